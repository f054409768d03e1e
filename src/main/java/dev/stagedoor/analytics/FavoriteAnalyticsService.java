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

/** Tells the members of a company, and admins, how its activities are saved. */
@Service
@RequiredArgsConstructor
public class FavoriteAnalyticsService {

    /** Whoever downloads decides how long it takes. */
    private static final int STREAM_SECONDS = 600;

    private final FavoriteStatisticsQuery figures;
    private final CachedStatistics remembered;
    private final FavoriteTimelineQuery timeline;
    private final Cursors cursors;
    private final Clock clock;

    /**
     * A page, most favorited first. {@code companyId} may be null for the member of one company. Refuses with
     * {@code forbidden} (an unknown company looks like a foreign one), {@code company-required},
     * {@code validation-failed} (the window) and {@code invalid-cursor}.
     */
    public FavoriteAnalyticsDto read(StatisticsRequester viewer, Query query) {
        var window = DateRange.of(query.from(), query.to(), LocalDate.now(clock));
        var scope = scope(viewer, query, window);
        var read = remembered.read(
                viewer, query.companyId(), window, query.type(), place(scope, query.cursor()), query.limit() + 1);
        if (read.companyId() == null) {
            throw refusal(viewer, query.companyId(), read.memberships());
        }
        return page(read, window, query.limit(), scope);
    }

    /**
     * How favorites came and went. {@code companyId} may be null for the member of one company, {@code activityId} for the
     * whole company. Refuses as {@link #read}, and with {@code not-found} for an activity that is not the company's.
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
     * Hands over the company's activities one by one, most favorited first, from the cursor's place on; {@code limit} 0 is
     * all of them. Refuses as {@link #read}, before the first.
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
            return new ProblemException(ProblemCode.COMPANY_REQUIRED, "Name one with companyId.");
        }
        return viewer.admin()
                ? ProblemException.notFound("company")
                : ProblemException.forbidden("Only members of the company see its figures.");
    }

    /** What is asked for; {@code companyId}, {@code from}, {@code to}, {@code type} and {@code cursor} may be null. */
    public record Query(UUID companyId, LocalDate from, LocalDate to, ActivityType type, int limit, String cursor) {}

    /** What is asked of a timeline; all but the interval may be null. */
    public record TimelineQuery(
            UUID companyId, UUID activityId, LocalDate from, LocalDate to, TimelineInterval interval) {}
}
