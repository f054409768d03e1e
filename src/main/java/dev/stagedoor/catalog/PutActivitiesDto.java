package dev.stagedoor.catalog;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

@Schema(description = "Up to 1,000 activities, stored all or none")
public record PutActivitiesDto(
        @NotNull @Size(max = PutActivitiesDto.MAX_ITEMS) List<@NotNull @Valid PutActivitiesItemDto> items) {

    static final int MAX_ITEMS = 1_000;

    public List<CatalogActivityDto> toActivities() {
        return items.stream().map(PutActivitiesItemDto::toActivity).toList();
    }
}
