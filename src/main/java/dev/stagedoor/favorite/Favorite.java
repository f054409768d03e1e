package dev.stagedoor.favorite;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** An activity that a user has saved. {@link FavoriteStatements} inserts and deletes the rows in sets. */
@Entity
@Table(schema = "activities", name = "user_activity_favorites")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Favorite {

    @Id
    private UUID id;

    private UUID userId;
    private UUID activityId;
    private Instant createdAt;
}
