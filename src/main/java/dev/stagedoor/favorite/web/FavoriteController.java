package dev.stagedoor.favorite.web;

import dev.stagedoor.catalog.ActivityType;
import dev.stagedoor.favorite.CreateFavoriteDto;
import dev.stagedoor.favorite.FavoriteFilter;
import dev.stagedoor.favorite.FavoriteListResponseDto;
import dev.stagedoor.favorite.FavoriteRecordDto;
import dev.stagedoor.favorite.FavoriteService;
import dev.stagedoor.favorite.ImportFavoritesDto;
import dev.stagedoor.favorite.ImportResultDto;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.openapi.CursorParameter;
import dev.stagedoor.platform.openapi.DocumentedHeaders;
import dev.stagedoor.platform.openapi.DocumentedProblems;
import dev.stagedoor.platform.openapi.ResponseHeader;
import dev.stagedoor.platform.security.Caller;
import dev.stagedoor.platform.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/favorites", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Favorites", description = "The activities the caller has saved")
@RequiredArgsConstructor
class FavoriteController {

    private final FavoriteService favorites;

    @GetMapping
    @Operation(
            operationId = "listFavorites",
            summary = "The caller's favorites, newest first",
            description = "With activityId, which may be repeated, it answers which of up to 100 activities are saved.")
    @ApiResponse(responseCode = "200", description = "A page of favorites")
    @DocumentedProblems(ProblemCode.INVALID_CURSOR)
    FavoriteListResponseDto list(
            @Caller CurrentUser caller,
            @Parameter(description = "How many at most") @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @CursorParameter @RequestParam(required = false) String cursor,
            @Parameter(description = "Only activities of this type") @RequestParam(required = false) ActivityType type,
            @Parameter(description = "Only these activities: which of them has the caller saved?")
                    @RequestParam(required = false)
                    @Size(min = 1, max = 100)
                    List<UUID> activityId) {
        return favorites.list(caller.id(), new FavoriteFilter(type, activityId), limit, cursor);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "createFavorite",
            summary = "Saves an activity; saving it twice is harmless",
            description = "At most 5,000 favorites can be kept.")
    @ApiResponse(responseCode = "201", description = "Saved")
    @DocumentedHeaders(ResponseHeader.LOCATION)
    @ApiResponse(responseCode = "200", description = "It was saved before; the record that stands")
    @DocumentedProblems(
            value = {ProblemCode.NOT_FOUND, ProblemCode.FAVORITE_LIMIT_REACHED, ProblemCode.CONFLICT},
            missing = "activity")
    ResponseEntity<FavoriteRecordDto> create(
            @Caller CurrentUser caller, @Valid @RequestBody CreateFavoriteDto creation) {
        var saved = favorites.save(caller.id(), creation.activityId());
        return saved.isNew()
                ? ResponseEntity.created(URI.create("/favorites/" + creation.activityId()))
                        .body(saved.favorite())
                : ResponseEntity.ok(saved.favorite());
    }

    @GetMapping("/{activityId}")
    @Operation(
            operationId = "getFavorite",
            summary = "Whether the caller has saved an activity, and since when",
            description = "The answer is 404 where the activity is not saved.")
    @ApiResponse(responseCode = "200", description = "The favorite")
    @DocumentedProblems(value = ProblemCode.NOT_FOUND, missing = "favorite")
    FavoriteRecordDto find(
            @Caller CurrentUser caller, @Parameter(description = "The activity's id") @PathVariable UUID activityId) {
        return favorites.find(caller.id(), activityId);
    }

    @DeleteMapping("/{activityId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteFavorite",
            summary = "Takes a favorite back; harmless where there is none",
            description = "The activity itself need not be there any more.")
    @ApiResponse(responseCode = "204", description = "It is no favorite now")
    void remove(
            @Caller CurrentUser caller, @Parameter(description = "The activity's id") @PathVariable UUID activityId) {
        favorites.remove(caller.id(), activityId);
    }

    @PostMapping(path = "/import", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "importFavorites",
            summary = "Saves what a guest collected before signing in",
            description = "Harmless when repeated. At the limit of favorites nothing is saved.")
    @ApiResponse(responseCode = "200", description = "What became of each activity")
    @DocumentedProblems(ProblemCode.FAVORITE_LIMIT_REACHED)
    ImportResultDto importAll(@Caller CurrentUser caller, @Valid @RequestBody ImportFavoritesDto collected) {
        return favorites.importAll(caller.id(), collected.activityIds());
    }
}
