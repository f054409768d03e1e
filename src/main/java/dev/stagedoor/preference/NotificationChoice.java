package dev.stagedoor.preference;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A choice of a user for one channel of a category. Without a choice, the default of the category applies. */
@Entity
@Table(schema = "users", name = "notification_choices")
@IdClass(NotificationChoice.Key.class)
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@AllArgsConstructor(access = AccessLevel.PACKAGE)
class NotificationChoice {

    @Id
    private UUID userId;

    @Id
    private String category;

    @Id
    @Enumerated(EnumType.STRING)
    private NotificationChannel channel;

    private boolean enabled;
    private Instant updatedAt;

    record Key(UUID userId, String category, NotificationChannel channel) {}
}
