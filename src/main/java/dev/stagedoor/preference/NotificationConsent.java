package dev.stagedoor.preference;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** A recorded change of a flag or a choice. Rows are never updated. */
@Entity
@Table(schema = "users", name = "notification_consents")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class NotificationConsent {

    @Id
    private UUID id;

    private UUID userId;

    /** Null means all categories. */
    private @Nullable String category;

    /** Null means all channels. */
    @Enumerated(EnumType.STRING)
    private @Nullable NotificationChannel channel;

    private boolean enabled;

    @Enumerated(EnumType.STRING)
    private ConsentSource source;

    private @Nullable String requestId;
    private Instant changedAt;
}
