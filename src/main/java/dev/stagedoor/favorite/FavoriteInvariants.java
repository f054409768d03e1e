package dev.stagedoor.favorite;

import dev.stagedoor.account.AnonymizedUsers;
import dev.stagedoor.platform.invariant.Invariant;
import dev.stagedoor.platform.invariant.Invariants;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Invariants of favorites. */
@Component
class FavoriteInvariants implements Invariants {

    @Override
    public List<Invariant> list() {
        return List.of(
                new Invariant(
                        "no account exceeds the limit of favorites",
                        "SELECT user_id FROM activities.user_activity_favorites GROUP BY user_id HAVING count(*) > :limit",
                        Map.of("limit", FavoriteService.MAX_FAVORITES)),
                new Invariant("anonymized accounts have no favorites", """
                        SELECT f.id FROM activities.user_activity_favorites f JOIN users.users u ON u.id = f.user_id
                        WHERE\s""" + AnonymizedUsers.sqlCondition("u")));
    }
}
