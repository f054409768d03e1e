package dev.stagedoor.analytics;

import dev.stagedoor.analytics.FavoriteStatisticsQuery.Keyset;
import dev.stagedoor.analytics.FavoriteStatisticsQuery.Request;
import dev.stagedoor.analytics.FavoriteStatisticsQuery.Totals;
import dev.stagedoor.analytics.StatisticsCache.Page;
import dev.stagedoor.catalog.ActivityType;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.web.Cursors;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Favorite statistics for members of a company, admins and API keys. */
@Service
@RequiredArgsConstructor
public class FavoriteAnalyticsService {

    /** Exceeds the default timeout, because a download takes as long as the client needs to receive it. */
    private static final int STREAM_SECONDS = 600;

    private final FavoriteStatisticsQuery statistics;
    private final StatisticsCache cache;
    private final FavoriteTimelineQuery timeline;
    private final Cursors cursors;
    private final Clock clock;

    /**
     * Returns a page of statistics, most favorites first. Members of one company may omit {@code companyId}.
     *
     * @throws ProblemException {@code forbidden} for a foreign or unknown company, {@code company-required},
     *     {@code validation-failed} for an invalid date range, {@code invalid-cursor}
     */
    public FavoriteAnalyticsDto read(StatisticsRequester requester, Query query) {
        var range = range(query.from(), query.to());
        var request = request(requester, query, range, query.limit() + 1);
        var page = cache.get(request, () -> {
            var items = new ArrayList<FavoriteActivityAnalyticsItemDto>();
            return new Page(read(request, items::add), items);
        });
        return page(page.totals(), page.items(), range, query.limit(), scope(requester, query, range));
    }

    /**
     * Returns added and removed favorites over time. A null {@code activityId} means the whole company.
     *
     * @throws ProblemException as {@link #read}; {@code not-found} if the activity does not belong to the company
     */
    public FavoriteTimelineDto timeline(StatisticsRequester requester, TimelineQuery query) {
        var range = range(query.from(), query.to());
        var read = timeline.read(requester, query.companyId(), query.activityId(), range, query.interval());
        if (read.companyId() == null) {
            throw refusal(requester, query.companyId(), read.memberships());
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
    public void stream(
            StatisticsRequester requester, Query query, Consumer<FavoriteActivityAnalyticsItemDto> activities) {
        var rows = query.limit() == 0 ? Integer.MAX_VALUE : query.limit();
        read(request(requester, query, range(query.from(), query.to()), rows), activities);
    }

    private Request request(StatisticsRequester requester, Query query, DateRange range, int rows) {
        var after =
                query.cursor() == null ? null : keyset(cursors.open(scope(requester, query, range), query.cursor()));
        return new Request(requester, query.companyId(), range, query.type(), after, rows);
    }

    private Totals read(Request request, Consumer<FavoriteActivityAnalyticsItemDto> activities) {
        return statistics.read(
                request,
                access -> {
                    if (access.companyId() == null) {
                        throw refusal(request.requester(), request.companyId(), access.memberships());
                    }
                },
                activities);
    }

    private FavoriteAnalyticsDto page(
            Totals totals, List<FavoriteActivityAnalyticsItemDto> rows, DateRange range, int limit, String scope) {
        var hasMore = rows.size() > limit;
        var items = hasMore ? rows.subList(0, limit) : rows;
        var last = hasMore ? items.get(limit - 1) : null;
        var cursor = hasMore ? cursors.seal(scope, last.favoritesCount(), last.activityId()) : null;
        return new FavoriteAnalyticsDto(
                totals.companyId(), range.from(), range.to(), totals.totals(), totals.previous(), items, cursor);
    }

    private DateRange range(LocalDate from, LocalDate to) {
        return DateRange.of(from, to, LocalDate.now(clock));
    }

    private static String scope(StatisticsRequester requester, Query query, DateRange range) {
        return "analytics %s %s %s %s".formatted(requester.id(), query.companyId(), range, query.type());
    }

    private static Keyset keyset(List<String> cursor) {
        return new Keyset(Long.parseLong(cursor.get(0)), UUID.fromString(cursor.get(1)));
    }

    private static ProblemException refusal(StatisticsRequester requester, UUID companyId, int memberships) {
        if (companyId == null && (requester.admin() || memberships > 1)) {
            return new ProblemException(ProblemCode.COMPANY_REQUIRED);
        }
        return requester.admin()
                ? ProblemException.notFound("company")
                : new ProblemException(ProblemCode.FORBIDDEN, "members-only");
    }

    /** A request for statistics. All components except {@code limit} may be null. */
    public record Query(UUID companyId, LocalDate from, LocalDate to, ActivityType type, int limit, String cursor) {}

    /** A request for a timeline. All components except the interval may be null. */
    public record TimelineQuery(
            UUID companyId, UUID activityId, LocalDate from, LocalDate to, TimelineInterval interval) {}
}
