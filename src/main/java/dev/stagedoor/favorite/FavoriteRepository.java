package dev.stagedoor.favorite;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface FavoriteRepository extends Repository<Favorite, UUID>, FavoriteStatements {

    int countByUserId(UUID userId);

    @Query("SELECT f.activityId FROM Favorite f WHERE f.userId = :userId")
    List<UUID> findActivityIdsByUserId(UUID userId);
}
