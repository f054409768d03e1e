package dev.stagedoor.profile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import tools.jackson.databind.JsonNode;

/** The profile row. Updates write only changed columns. {@link UserProfileStatements} inserts rows and writes the flags. */
@Entity
@Table(schema = "users", name = "user_profiles")
@DynamicUpdate
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class UserProfile {

    @Id
    private UUID id;

    private UUID userId;
    private String language;
    private LocalDate birthDate;
    private String timezone;
    private String currency;

    @JdbcTypeCode(SqlTypes.JSON)
    private JsonNode settings;

    @Column(insertable = false, updatable = false)
    private boolean notificationsEnabled;

    @Column(insertable = false, updatable = false)
    private boolean pushEnabled;

    @Column(insertable = false, updatable = false)
    private boolean emailEnabled;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(insertable = false, updatable = false)
    private JsonNode quietHours;

    @Column(insertable = false, updatable = false)
    private Instant snoozedUntil;

    @JdbcTypeCode(SqlTypes.JSON)
    private JsonNode languages;

    @JdbcTypeCode(SqlTypes.JSON)
    private JsonNode frameworks;

    @JdbcTypeCode(SqlTypes.JSON)
    private JsonNode devices;

    @JdbcTypeCode(SqlTypes.JSON)
    private JsonNode architectureFamiliarity;

    private String experienceYears;

    @Column(insertable = false, updatable = false)
    private Instant createdAt;

    private Instant updatedAt;

    void change(ProfileChange change, Instant now) {
        language = change.language().orElse(language);
        birthDate = change.birthDate().orElse(birthDate);
        timezone = change.timezone().orElse(timezone);
        currency = change.currency().orElse(currency);
        if (change.settings().isPresent()) {
            settings = MergePatch.apply(settings, change.settings().get());
        }
        updatedAt = now;
    }

    void tell(PutBackgroundDto background, Instant now) {
        languages = StoredBackground.ofSkills(background.languages());
        frameworks = StoredBackground.ofEntries(background.frameworks());
        devices = StoredBackground.ofEntries(background.devices());
        architectureFamiliarity = StoredBackground.ofEntries(background.architectureFamiliarity());
        experienceYears = background.experienceYears();
        updatedAt = now;
    }
}
