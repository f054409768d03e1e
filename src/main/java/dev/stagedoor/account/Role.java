package dev.stagedoor.account;

import io.swagger.v3.oas.annotations.media.Schema;

/** What an account may do on the platform as a whole; rights in a company come from its membership. */
@Schema(enumAsRef = true, description = "What an account may do on the platform as a whole")
public enum Role {
    /** Everyone: a person who books and saves activities. */
    PARTICIPANT,
    /** A super-admin of the platform. */
    ADMIN
}
