package dev.stagedoor.admin;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;

/** A page of accounts, newest first. */
@Schema(description = "A page of accounts, newest first")
public record UserListResponseDto(
        @Schema(description = "The accounts of this page", requiredMode = RequiredMode.REQUIRED)
        List<AdminUserDto> items,

        @Schema(description = "The page, from 1", example = "1", requiredMode = RequiredMode.REQUIRED)
        int page,

        @Schema(description = "How many a page has at most", example = "20", requiredMode = RequiredMode.REQUIRED)
        int limit,

        @Schema(description = "How many there are in all", example = "200", requiredMode = RequiredMode.REQUIRED)
        long total) {}
