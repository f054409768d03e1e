package dev.stagedoor.account;

import io.swagger.v3.oas.annotations.media.Schema;

/** The platform-wide role. Company rights depend on the membership. */
@Schema(enumAsRef = true, description = "The platform-wide role of an account")
public enum Role {
    /** A user who books and saves activities. */
    PARTICIPANT,
    /** A super-admin of the platform. */
    ADMIN
}
