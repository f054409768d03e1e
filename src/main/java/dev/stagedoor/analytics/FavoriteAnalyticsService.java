package dev.stagedoor.analytics;

import dev.stagedoor.analytics.FavoriteStatisticsQuery.Figures;
import dev.stagedoor.analytics.FavoriteStatisticsQuery.Place;
import dev.stagedoor.catalog.ActivityType;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.web.Cursors;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Favorite statistics for members of a company, admins and API keys. */
@Service
@RequiredArgsConstructor
public class FavoriteAnalyticsService {

    /** The client determines the duration of a download. */
    private static final int STREAM_SECONDS = 600;

    private final FavoriteStatisticsQuery figures;
    private final FavoriteTimelineQuery timeline;
    private final Cursors cursors;
    private final Clock clock;

    /**
     * Returns a page of statistics, most favorites first. Members of one company may omit {@code companyId}.
     *
     * @throws ProblemException {@code forbidden} for a foreign or unknown company, {@code company-required},
     *     {@code validation-failed} for an invalid date range, {@code invalid-cursor}
     */
    public FavoriteAnalyticsDto read(StatisticsRequester viewer, Query query) {
        var window = DateRange.of(query.from(), query.to(), LocalDate.now(clock));
        var scope = scope(viewer, query, window);
        var read = figures.read(
                viewer, query.companyId(), window, query.type(), place(scope, query.cursor()), query.limit() + 1);
        if (read.companyId() == null) {
            throw refusal(viewer, query.companyId(), read.memberships());
        }
        return page(read, window, query.limit(), scope);
    }

    /**
     * Returns added and removed favorites over time. A null {@code activityId} means the whole company.
     *
     * @throws ProblemException as {@link #read}; {@code not-found} if the activity does not belong to the company
     */
    public FavoriteTimelineDto timeline(StatisticsRequester viewer, TimelineQuery query) {
        var window = DateRange.of(query.from(), query.to(), LocalDate.now(clock));
        var read = timeline.read(viewer, query.companyId(), query.activityId(), window, query.interval());
        if (read.companyId() == null) {
            throw refusal(viewer, query.companyId(), read.memberships());
        }
        if (query.activityId() != null && read.activities() == 0) {
            throw ProblemException.notFound("activity");
        }
        return new FavoriteTimelineDto(read.companyId(), query.interval().wire(), read.points());
    }

    /**
     * Passes the activities to a consumer one by one, most favorites first. A {@code limit} of 0 means all.
     *
     * @throws ProblemException as {@link #read}, before the first activity
     */
    @Transactional(readOnly = true, timeout = STREAM_SECONDS)
    public void stream(StatisticsRequester viewer, Query query, Consumer<FavoriteActivityAnalyticsItemDto> reader) {
        var window = DateRange.of(query.from(), query.to(), LocalDate.now(clock));
        var place = place(scope(viewer, query, window), query.cursor());
        var rows = query.limit() == 0 ? Integer.MAX_VALUE : query.limit();
        figures.stream(
                viewer,
                query.companyId(),
                window,
                query.type(),
                place,
                rows,
                found -> {
                    if (found.companyId() == null) {
                        throw refusal(viewer, query.companyId(), found.memberships());
                    }
                },
                reader);
    }

    private static String scope(StatisticsRequester viewer, Query query, DateRange window) {
        return "analytics %s %s %s %s".formatted(viewer.id(), query.companyId(), window, query.type());
    }

    private FavoriteAnalyticsDto page(Figures read, DateRange window, int limit, String scope) {
        var more = read.items().size() > limit;
        var items = more ? read.items().subList(0, limit) : read.items();
        var last = more ? items.get(limit - 1) : null;
        var cursor = more ? cursors.seal(scope, last.favoritesCount(), last.activityId()) : null;
        return new FavoriteAnalyticsDto(
                read.companyId(), window.from(), window.to(), read.totals(), read.previous(), items, cursor);
    }

    private Place place(String scope, String cursor) {
        if (cursor == null) {
            return null;
        }
        var values = cursors.open(scope, cursor);
        return new Place(Long.parseLong(values.get(0)), UUID.fromString(values.get(1)));
    }

    private static ProblemException refusal(StatisticsRequester viewer, UUID companyId, int memberships) {
        if (companyId == null && (viewer.admin() || memberships > 1)) {
            return new ProblemException(ProblemCode.COMPANY_REQUIRED);
        }
        return viewer.admin()
                ? ProblemException.notFound("company")
                : new ProblemException(ProblemCode.FORBIDDEN, "members-only");
    }

    /** A request for statistics. All components except {@code limit} may be null. */
    public record Query(UUID companyId, LocalDate from, LocalDate to, ActivityType type, int limit, String cursor) {}

    /** A request for a timeline. All components except the interval may be null. */
    public record TimelineQuery(
            UUID companyId, UUID activityId, LocalDate from, LocalDate to, TimelineInterval interval) {}
}
