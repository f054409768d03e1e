package dev.stagedoor.analytics;

import dev.stagedoor.platform.invariant.Invariant;
import dev.stagedoor.platform.invariant.Invariants;
import java.util.List;
import org.springframework.stereotype.Component;

/** Invariants of the favorite aggregates: rolled-up and pending changes together equal the counted rows. */
@Component
class AggregateInvariants implements Invariants {

    @Override
    public List<Invariant> list() {
        return List.of(
                new Invariant("favorite counts match the favorites", """
                        SELECT activity_id
                        FROM (SELECT activity_id, number FROM activities.favorite_count_parts
                              UNION ALL
                              SELECT activity_id, -count(*) FROM activities.user_activity_favorites GROUP BY activity_id
                        ) differences
                        GROUP BY activity_id HAVING sum(number) <> 0"""),
                new Invariant("daily favorite aggregates match the favorites and removals", """
                        SELECT DISTINCT activity_id
                        FROM (SELECT activity_id, day, added - lag(added, 1, CAST(0 AS bigint)) OVER before AS added,
                                     removed - lag(removed, 1, CAST(0 AS bigint)) OVER before AS removed
                              FROM activities.favorite_days WINDOW before AS (PARTITION BY activity_id ORDER BY day)
                              UNION ALL SELECT activity_id, day, added, removed FROM activities.favorite_changes
                              UNION ALL
                              SELECT activity_id, CAST(created_at AT TIME ZONE 'UTC' AS date), -count(*), 0
                              FROM activities.user_activity_favorites GROUP BY 1, 2
                              UNION ALL
                              SELECT activity_id, favorited_on, -count(*), 0
                              FROM activities.favorite_removals GROUP BY 1, 2
                              UNION ALL
                              SELECT activity_id, removed_on, 0, -count(*)
                              FROM activities.favorite_removals GROUP BY 1, 2
                        ) differences
                        GROUP BY activity_id, day HAVING sum(added) <> 0 OR sum(removed) <> 0"""),
                new Invariant("daily company aggregates match those of their activities", """
                        SELECT DISTINCT company_id
                        FROM (SELECT company_id, day, added, removed FROM activities.favorite_company_days
                              UNION ALL
                              SELECT a.company_id, d.day, -d.added, -d.removed
                              FROM (SELECT activity_id, day,
                                           added - lag(added, 1, CAST(0 AS bigint)) OVER before AS added,
                                           removed - lag(removed, 1, CAST(0 AS bigint)) OVER before AS removed
                                    FROM activities.favorite_days
                                    WINDOW before AS (PARTITION BY activity_id ORDER BY day)) d
                              JOIN activities.activities a ON a.id = d.activity_id) differences
                        GROUP BY company_id, day HAVING sum(added) <> 0 OR sum(removed) <> 0"""),
                new Invariant("the lock row of the rollup exists", """
                        SELECT 'favorite_folding' WHERE NOT EXISTS (SELECT FROM activities.favorite_folding)"""));
    }
}
