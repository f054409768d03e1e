package dev.stagedoor.admin;

import dev.stagedoor.account.AdminUserDto;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.util.List;

@Schema(description = "A page of accounts, newest first")
public record UserListResponseDto(
        List<AdminUserDto> items,
        @Nullable Integer page,
        int limit,
        long total,
        @Nullable String nextCursor) {}
