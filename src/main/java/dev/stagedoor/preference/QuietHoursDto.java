package dev.stagedoor.preference;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Schema(description = "Weekly periods in which notifications are held back")
public record QuietHoursDto(List<QuietWindowDto> windows) {}
