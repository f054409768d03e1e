package dev.stagedoor.profile;

import dev.stagedoor.platform.persistence.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The private profile of a user. Updates write only changed columns, so that they do not overwrite concurrent changes of
 * other columns.
 */
@Entity
@Table(schema = "users", name = "user_profiles")
@DynamicUpdate
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class UserProfile {

    @Id
    private UUID id;

    private UUID userId;
    private @Nullable String language;
    private @Nullable LocalDate birthDate;
    private String timezone;
    private String currency;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable JsonNode settings;

    @Column(insertable = false)
    private boolean notificationsEnabled;

    @Column(insertable = false)
    private boolean pushEnabled;

    @Column(insertable = false)
    private boolean emailEnabled;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(insertable = false)
    private @Nullable JsonNode quietHours;

    @Column(insertable = false)
    private @Nullable Instant snoozedUntil;

    @JdbcTypeCode(SqlTypes.JSON)
    private JsonNode languages;

    @JdbcTypeCode(SqlTypes.JSON)
    private JsonNode frameworks;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable JsonNode devices;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable JsonNode architectureFamiliarity;

    private @Nullable String experienceYears;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant updatedAt;

    /** Null means the default. */
    static UserProfile create(
            UUID userId, @Nullable String language, @Nullable String timezone, @Nullable String currency, Instant now) {
        var profile = new UserProfile();
        profile.id = UuidV7.next();
        profile.userId = userId;
        profile.language = language;
        profile.timezone = timezone == null ? "UTC" : timezone;
        profile.currency = currency == null ? "USD" : currency;
        profile.notificationsEnabled = true;
        profile.pushEnabled = true;
        profile.emailEnabled = false;
        profile.languages = StoredBackground.ofSkills(List.of());
        profile.frameworks = StoredBackground.ofEntries(List.of());
        profile.createdAt = now;
        profile.updatedAt = now;
        return profile;
    }

    static UserProfile createDefault(UUID userId, Instant now) {
        return create(userId, null, null, null, now);
    }

    /** Keeps the time of the last change if the values are equal. */
    void change(ProfileChange change, Instant now) {
        var before = Arrays.asList(language, birthDate, timezone, currency, StorableJson.canonical(settings));
        language = change.language().orElse(language);
        birthDate = change.birthDate().orElse(birthDate);
        timezone = change.timezone().orElse(timezone);
        currency = change.currency().orElse(currency);
        if (change.settings().isPresent()) {
            settings = MergePatch.apply(settings, change.settings().get());
        }
        if (!before.equals(Arrays.asList(language, birthDate, timezone, currency, StorableJson.canonical(settings)))) {
            updatedAt = now;
        }
    }

    void change(NotificationSettingsChange change, Instant now) {
        notificationsEnabled = change.notificationsEnabled().orElse(notificationsEnabled);
        pushEnabled = change.pushEnabled().orElse(pushEnabled);
        emailEnabled = change.emailEnabled().orElse(emailEnabled);
        quietHours = change.quietHours().orElse(quietHours);
        snoozedUntil = change.snoozedUntil().orElse(snoozedUntil);
        updatedAt = now;
    }

    void replaceBackground(PutBackgroundDto background, Instant now) {
        languages = StoredBackground.ofSkills(background.languages());
        frameworks = StoredBackground.ofEntries(background.frameworks());
        devices = StoredBackground.ofOptionalEntries(background.devices());
        architectureFamiliarity = StoredBackground.ofOptionalEntries(background.architectureFamiliarity());
        experienceYears = background.experienceYears();
        updatedAt = now;
    }
}
