package dev.stagedoor.access;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Schema(description = "The external identities that sign in to the account, in the order of their links")
public record IdentityListResponseDto(List<IdentityDto> items) {}
