package dev.stagedoor.favorite;

import dev.stagedoor.account.Anonymised;
import dev.stagedoor.platform.invariant.Invariant;
import dev.stagedoor.platform.invariant.Invariants;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What holds of favorites, and of the figures beside them: folded and waiting together they are what the rows say. */
@Component
class FavoriteInvariants implements Invariants {

    @Override
    public List<Invariant> list() {
        return List.of(
                new Invariant(
                        "nobody has more favorites than there is room for",
                        "SELECT user_id FROM activities.user_activity_favorites GROUP BY user_id HAVING count(*) > :most",
                        Map.of("most", FavoriteService.MOST)),
                new Invariant("anonymised accounts have no favorites", """
                        SELECT f.id FROM activities.user_activity_favorites f JOIN users.users u ON u.id = f.user_id
                        WHERE\s""" + Anonymised.condition("u")),
                new Invariant("the favorites' numbers are those of the rows", """
                        SELECT activity_id
                        FROM (SELECT activity_id, number FROM activities.favorite_counts
                              UNION ALL SELECT activity_id, added - removed FROM activities.favorite_changes
                              UNION ALL
                              SELECT activity_id, -count(*) FROM activities.user_activity_favorites GROUP BY activity_id
                        ) sides
                        GROUP BY activity_id HAVING sum(number) <> 0"""),
                new Invariant("the favorites' days are those of the rows", """
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
                        ) sides
                        GROUP BY activity_id, day HAVING sum(added) <> 0 OR sum(removed) <> 0"""),
                new Invariant("the companies' days are the sums over their activities'", """
                        SELECT DISTINCT company_id
                        FROM (SELECT company_id, day, added, removed FROM activities.favorite_company_days
                              UNION ALL
                              SELECT a.company_id, d.day, -d.added, -d.removed
                              FROM (SELECT activity_id, day,
                                           added - lag(added, 1, CAST(0 AS bigint)) OVER before AS added,
                                           removed - lag(removed, 1, CAST(0 AS bigint)) OVER before AS removed
                                    FROM activities.favorite_days
                                    WINDOW before AS (PARTITION BY activity_id ORDER BY day)) d
                              JOIN activities.activities a ON a.id = d.activity_id) sides
                        GROUP BY company_id, day HAVING sum(added) <> 0 OR sum(removed) <> 0"""),
                new Invariant("folding has its one row to take turns by", """
                        SELECT 'favorite_folding' WHERE NOT EXISTS (SELECT FROM activities.favorite_folding)"""));
    }
}
