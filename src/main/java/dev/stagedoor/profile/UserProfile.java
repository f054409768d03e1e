package dev.stagedoor.profile;

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

/** The profile row as changes see it; {@link UserProfileStatements} makes it. Only changed columns are written. */
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

    @JdbcTypeCode(SqlTypes.JSON)
    private JsonNode languages;

    @JdbcTypeCode(SqlTypes.JSON)
    private JsonNode frameworks;

    @JdbcTypeCode(SqlTypes.JSON)
    private JsonNode devices;

    @JdbcTypeCode(SqlTypes.JSON)
    private JsonNode architectureFamiliarity;

    private String experienceYears;
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
