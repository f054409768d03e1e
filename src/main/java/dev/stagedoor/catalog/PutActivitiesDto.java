package dev.stagedoor.catalog;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Up to 1,000 activities, taken all or not at all. */
@Schema(description = "Up to 1,000 activities, taken all or not at all")
public record PutActivitiesDto(
        @ArraySchema(
                arraySchema = @Schema(description = "The activities, each id once"),
                maxItems = PutActivitiesDto.MOST)
        @NotNull
        @Size(max = PutActivitiesDto.MOST)
        List<@NotNull @Valid PutActivitiesItemDto> items) {

    static final int MOST = 1_000;

    public List<CatalogActivityDto> toActivities() {
        return items.stream().map(PutActivitiesItemDto::toActivity).toList();
    }
}
