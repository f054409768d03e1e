package dev.stagedoor.me;

import dev.stagedoor.catalog.MemberRole;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

@Schema(description = "A company that the user is a member of")
public record MyCompanyDto(UUID id, String name, MemberRole role) {}
