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
import dev.stagedoor.platform.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
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
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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
@Tag(name = "Favorites", description = "Activities that the caller has saved")
@RequiredArgsConstructor
class FavoriteController {

    private final FavoriteService favorites;

    @GetMapping
    @Operation(
            operationId = "listFavorites",
            summary = "List favorites, newest first",
            description =
                    "With `activityId` (repeatable, up to 100), returns only those activities that the caller has saved.")
    @ApiResponse(responseCode = "200", description = "A page of favorites")
    @DocumentedProblems(ProblemCode.INVALID_CURSOR)
    FavoriteListResponseDto list(
            @AuthenticationPrincipal CurrentUser caller,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @CursorParameter @RequestParam(required = false) String cursor,
            @RequestParam(required = false) ActivityType type,
            @RequestParam(required = false) @Size(min = 1, max = 100) List<UUID> activityId) {
        return favorites.list(caller.userId(), new FavoriteFilter(type, activityId), limit, cursor);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "createFavorite",
            summary = "Save an activity",
            description = "Idempotent. The limit is 5,000 favorites.")
    @ApiResponse(responseCode = "201", description = "Saved")
    @DocumentedHeaders(ResponseHeader.LOCATION)
    @ApiResponse(responseCode = "200", description = "Already saved; returns the existing favorite")
    @DocumentedProblems(
            value = {ProblemCode.NOT_FOUND, ProblemCode.FAVORITE_LIMIT_REACHED, ProblemCode.CONFLICT},
            missing = "activity")
    ResponseEntity<FavoriteRecordDto> create(
            @AuthenticationPrincipal CurrentUser caller,
            @Valid @RequestBody CreateFavoriteDto creation,
            HttpServletRequest request) {
        var saved = favorites.save(caller, creation.activityId());
        return saved.isNew()
                ? ResponseEntity.created(URI.create(request.getContextPath() + "/favorites/" + creation.activityId()))
                        .body(saved.favorite())
                : ResponseEntity.ok(saved.favorite());
    }

    @GetMapping("/{activityId}")
    @Operation(
            operationId = "getFavorite",
            summary = "Get a favorite",
            description = "Returns 404 if the caller has not saved the activity.")
    @ApiResponse(responseCode = "200", description = "The favorite")
    @DocumentedProblems(value = ProblemCode.NOT_FOUND, missing = "favorite")
    FavoriteRecordDto find(@AuthenticationPrincipal CurrentUser caller, @PathVariable UUID activityId) {
        return favorites.find(caller.userId(), activityId);
    }

    @DeleteMapping("/{activityId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteFavorite",
            summary = "Remove a favorite",
            description = "Idempotent. Also succeeds for an unknown activity.")
    @ApiResponse(responseCode = "204", description = "Removed, or was not saved")
    void remove(@AuthenticationPrincipal CurrentUser caller, @PathVariable UUID activityId) {
        favorites.remove(caller, activityId);
    }

    @PostMapping(path = "/import", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "importFavorites",
            summary = "Import the favorites of a guest",
            description = "Idempotent. If the limit would be exceeded, nothing is saved.")
    @ApiResponse(responseCode = "200", description = "Result for each activity")
    @DocumentedProblems(ProblemCode.FAVORITE_LIMIT_REACHED)
    ImportResultDto importAll(
            @AuthenticationPrincipal CurrentUser caller, @Valid @RequestBody ImportFavoritesDto collected) {
        return favorites.importAll(caller.userId(), collected.activityIds());
    }
}
