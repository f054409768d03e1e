package dev.stagedoor.admin;

import dev.stagedoor.account.AdminUserDto;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Schema(description = "A page of accounts, newest first")
public record UserListResponseDto(
        @Schema(description = "The accounts of this page") List<AdminUserDto> items,

        @Schema(description = "The page number, starting at 1")
        int page,

        @Schema(description = "The page size") int limit,

        @Schema(description = "The number of matching accounts")
        long total) {}
