package dev.stagedoor.admin;

import dev.stagedoor.account.Emails;
import dev.stagedoor.catalog.MemberRole;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

@Schema(description = "A member of a company")
public record AdminCompanyMemberDto(
        UUID userId, String email, String firstName, String lastName, MemberRole role, Instant since) {

    public AdminCompanyMemberDto {
        email = Emails.displayed(email);
    }
}
