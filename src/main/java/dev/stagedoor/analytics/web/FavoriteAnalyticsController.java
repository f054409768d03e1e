package dev.stagedoor.analytics.web;

import dev.stagedoor.analytics.FavoriteAnalyticsDto;
import dev.stagedoor.analytics.FavoriteAnalyticsService;
import dev.stagedoor.analytics.FavoriteAnalyticsService.Query;
import dev.stagedoor.analytics.FavoriteAnalyticsService.TimelineQuery;
import dev.stagedoor.analytics.FavoriteTimelineDto;
import dev.stagedoor.analytics.StatisticsRequester;
import dev.stagedoor.analytics.TimelineInterval;
import dev.stagedoor.catalog.ActivityType;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.openapi.CursorParameter;
import dev.stagedoor.platform.openapi.DocumentedHeaders;
import dev.stagedoor.platform.openapi.DocumentedProblems;
import dev.stagedoor.platform.openapi.ResponseHeader;
import dev.stagedoor.platform.security.AcceptsApiKey;
import dev.stagedoor.platform.security.ApiKeyCaller;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.web.Csv;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/analytics/favorites", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Analytics", description = "Exact favorite statistics of a company, without personal data")
@AcceptsApiKey("analytics:read")
@RequiredArgsConstructor
class FavoriteAnalyticsController {

    private final FavoriteAnalyticsService analytics;

    @GetMapping
    @Operation(
            operationId = "getFavoriteAnalytics",
            summary = "Get the favorite statistics of a company",
            description =
                    "For members of the company, admins, and API keys with the scope `analytics:read`. Most favorites first. The"
                            + " dates are UTC and inclusive. The default range is the last 30 days, the maximum 3,660 days.")
    @ApiResponse(
            responseCode = "200",
            description = "Totals and a page of activities; as CSV all activities unless `limit` is given")
    @DocumentedHeaders(ResponseHeader.CSV_FILE)
    @DocumentedProblems(
            value = {ProblemCode.INVALID_CURSOR, ProblemCode.COMPANY_REQUIRED, ProblemCode.NOT_FOUND},
            missing = "company")
    FavoriteAnalyticsDto read(
            @AuthenticationPrincipal CurrentUser caller,
            @AuthenticationPrincipal ApiKeyCaller key,
            @RequestParam(required = false) UUID companyId,
            @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to,
            @RequestParam(required = false) ActivityType type,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @CursorParameter @RequestParam(required = false) String cursor) {
        return analytics.read(StatisticsRequester.of(caller, key), new Query(companyId, from, to, type, limit, cursor));
    }

    @GetMapping(produces = Csv.TYPE)
    @Operation(hidden = true)
    void csv(
            @AuthenticationPrincipal CurrentUser caller,
            @AuthenticationPrincipal ApiKeyCaller key,
            @RequestParam(required = false) UUID companyId,
            @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to,
            @RequestParam(required = false) ActivityType type,
            @RequestParam(required = false) @Min(1) @Max(200) Integer limit,
            @RequestParam(required = false) String cursor,
            HttpServletResponse response) {
        var csv =
                new Csv(response, "favorites.csv", "activityId", "title", "type", "favoritesCount", "added", "removed");
        var query = new Query(companyId, from, to, type, limit == null ? 0 : limit, cursor);
        analytics.stream(
                StatisticsRequester.of(caller, key),
                query,
                item -> csv.line(
                        item.activityId(),
                        item.title(),
                        item.type(),
                        item.favoritesCount(),
                        item.added(),
                        item.removed()));
        csv.close();
    }

    @GetMapping("/timeline")
    @Operation(
            operationId = "getFavoriteTimeline",
            summary = "Get favorite statistics over time",
            description =
                    "For the company or one of its activities. The date range is as in the other operations. Weeks"
                            + " start on Monday. The first and last points cover only dates within the range.")
    @ApiResponse(responseCode = "200", description = "One point per interval of the date range")
    @DocumentedHeaders(ResponseHeader.CSV_FILE)
    @DocumentedProblems(
            value = {ProblemCode.COMPANY_REQUIRED, ProblemCode.NOT_FOUND},
            missing = "activity")
    FavoriteTimelineDto timeline(
            @AuthenticationPrincipal CurrentUser caller,
            @AuthenticationPrincipal ApiKeyCaller key,
            @RequestParam(required = false) UUID companyId,
            @RequestParam(required = false) UUID activityId,
            @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to,
            @RequestParam(defaultValue = "day") TimelineInterval interval) {
        return analytics.timeline(
                StatisticsRequester.of(caller, key), new TimelineQuery(companyId, activityId, from, to, interval));
    }

    @GetMapping(path = "/timeline", produces = Csv.TYPE)
    @Operation(hidden = true)
    void timelineCsv(
            @AuthenticationPrincipal CurrentUser caller,
            @AuthenticationPrincipal ApiKeyCaller key,
            @RequestParam(required = false) UUID companyId,
            @RequestParam(required = false) UUID activityId,
            @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to,
            @RequestParam(defaultValue = "day") TimelineInterval interval,
            HttpServletResponse response) {
        var csv = new Csv(response, "timeline.csv", "date", "added", "removed", "favoritesCount");
        timeline(caller, key, companyId, activityId, from, to, interval)
                .points()
                .forEach(point -> csv.line(point.date(), point.added(), point.removed(), point.favoritesCount()));
        csv.close();
    }
}
