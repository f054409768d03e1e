package dev.stagedoor.catalog;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

@Schema(description = "Company that offers the activity")
public record CompanyRefDto(UUID id, String name) {}
