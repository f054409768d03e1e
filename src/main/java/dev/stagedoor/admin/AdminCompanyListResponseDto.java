package dev.stagedoor.admin;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.util.List;

@Schema(description = "A page of companies, newest first")
public record AdminCompanyListResponseDto(
        List<AdminCompanyDto> items, @Nullable String nextCursor) {}
