package dev.stagedoor.admin;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A page of accounts, newest first. */
@Schema(description = "A page of accounts, newest first")
public record UserListResponseDto(
        @Schema(description = "The accounts of this page") List<AdminUserDto> items,

        @Schema(description = "The page, from 1") int page,

        @Schema(description = "How many a page has at most") int limit,

        @Schema(description = "How many there are in all") long total) {}
