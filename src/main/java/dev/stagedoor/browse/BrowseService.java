package dev.stagedoor.browse;

import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.web.Cursors;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The public catalog. Signed-in viewers also see which activities they have saved. */
@Service
@RequiredArgsConstructor
public class BrowseService {

    private final ActivityQuery activities;
    private final Cursors cursors;

    /**
     * Returns one activity.
     *
     * @param viewer null without a token
     * @throws ProblemException {@code not-found}
     */
    public ActivityDto find(UUID id, @Nullable UUID viewer) {
        return activities.find(id, viewer).orElseThrow(() -> ProblemException.notFound("activity"));
    }

    /**
     * Returns a page of activities.
     *
     * @param cursor null for the first page
     * @throws ProblemException {@code invalid-cursor}
     */
    public ActivityListResponseDto list(
            ActivityFilter filter, int limit, @Nullable String cursor, @Nullable UUID viewer) {
        var scope = "activities " + filter;
        var after = cursor == null
                ? ActivityKeyset.first(limit)
                : ActivityKeyset.after(cursors.open(scope, cursor), filter.sort(), limit);
        var rows = activities.list(filter, after, viewer);
        if (rows.size() <= limit) {
            return new ActivityListResponseDto(rows, null);
        }
        var last = rows.get(limit - 1);
        var by = filter.sort() == ActivitySort.POPULAR ? last.favoritesCount() : last.createdAt();
        return new ActivityListResponseDto(rows.subList(0, limit), cursors.seal(scope, by, last.id()));
    }
}
