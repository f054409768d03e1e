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
import dev.stagedoor.platform.security.Caller;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.security.PublicCall;
import dev.stagedoor.platform.validation.SingleLine;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/activities", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Activities", description = "What can be saved; public, and with a token also whether the caller did")
@RequiredArgsConstructor
class ActivityController {

    private final BrowseService activities;

    @GetMapping
    @PublicCall
    @Operation(
            operationId = "listActivities",
            summary = "The catalog, searched, filtered and ordered",
            description = "Public. With a token each activity also says whether the caller has saved it.")
    @ApiResponse(responseCode = "200", description = "A page of activities")
    @DocumentedProblems(ProblemCode.INVALID_CURSOR)
    ActivityListResponseDto list(
            @Caller CurrentUser caller,
            @Parameter(
                            description = "A part of the title, in any case",
                            schema = @Schema(type = "string", maxLength = 100),
                            example = "climb")
                    @RequestParam(required = false)
                    @SingleLine(max = 100, blank = true)
                    String search,
            @Parameter(description = "Only this type") @RequestParam(required = false) ActivityType type,
            @Parameter(description = "Only this company's") @RequestParam(required = false) UUID companyId,
            @Parameter(
                            description = "Most saved or newest first",
                            schema =
                                    @Schema(
                                            allowableValues = {"popular", "newest"},
                                            defaultValue = "newest"))
                    @RequestParam(defaultValue = "newest")
                    ActivitySort sort,
            @Parameter(description = "How many at most") @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @CursorParameter @RequestParam(required = false) String cursor) {
        return activities.list(new ActivityFilter(search, type, companyId, sort), limit, cursor, viewer(caller));
    }

    @GetMapping("/{id}")
    @PublicCall
    @Operation(
            operationId = "getActivity",
            summary = "One activity",
            description = "Public. With a token it also says whether the caller has saved it.")
    @ApiResponse(responseCode = "200", description = "The activity")
    @DocumentedProblems(
            value = {ProblemCode.NOT_FOUND},
            missing = "activity")
    ActivityDto find(@Caller CurrentUser caller, @Parameter(description = "The activity's id") @PathVariable UUID id) {
        return activities.find(id, viewer(caller));
    }

    private static UUID viewer(CurrentUser caller) {
        return caller == null ? null : caller.id();
    }
}
