package dev.stagedoor.preference;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.annotation.Nullable;
import java.util.List;

@Schema(description = "A page of the consent history")
public record ConsentListResponseDto(
        List<ConsentDto> items, @Nullable String nextCursor) {}
