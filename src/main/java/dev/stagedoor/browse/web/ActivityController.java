package dev.stagedoor.browse.web;

import dev.stagedoor.browse.ActivityDto;
import dev.stagedoor.browse.ActivityFilter;
import dev.stagedoor.browse.ActivityListResponseDto;
import dev.stagedoor.browse.ActivitySort;
import dev.stagedoor.browse.BrowseService;
import dev.stagedoor.catalog.ActivityType;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.openapi.CursorParameter;
import dev.stagedoor.platform.openapi.DocumentedProblems;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.validation.SingleLine;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/activities", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
        name = "Activities",
        description =
                "Activities that can be saved. Public; with a token, the responses include whether the caller saved them.")
@RequiredArgsConstructor
class ActivityController {

    private final BrowseService activities;

    @GetMapping
    @PermitAll
    @Operation(
            operationId = "listActivities",
            summary = "Search and list activities",
            description = "Public. With a token, `favorite` is true for activities that the caller has saved.")
    @ApiResponse(responseCode = "200", description = "A page of activities")
    @DocumentedProblems(ProblemCode.INVALID_CURSOR)
    ActivityListResponseDto list(
            @AuthenticationPrincipal CurrentUser caller,
            @Parameter(schema = @Schema(type = "string", maxLength = 100))
                    @RequestParam(required = false)
                    @SingleLine(max = 100)
                    String search,
            @RequestParam(required = false) ActivityType type,
            @RequestParam(required = false) UUID companyId,
            @RequestParam(defaultValue = "newest") ActivitySort sort,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @CursorParameter @RequestParam(required = false) String cursor) {
        return activities.list(new ActivityFilter(search, type, companyId, sort), limit, cursor, viewer(caller));
    }

    @GetMapping("/{id}")
    @PermitAll
    @Operation(
            operationId = "getActivity",
            summary = "Get an activity",
            description = "Public. With a token, `favorite` is true if the caller has saved the activity.")
    @ApiResponse(responseCode = "200", description = "The activity")
    @DocumentedProblems(value = ProblemCode.NOT_FOUND, missing = "activity")
    ActivityDto find(@AuthenticationPrincipal CurrentUser caller, @PathVariable UUID id) {
        return activities.find(id, viewer(caller));
    }

    private static @Nullable UUID viewer(@Nullable CurrentUser caller) {
        return caller == null ? null : caller.userId();
    }
}
