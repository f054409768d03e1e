package dev.stagedoor.profile;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import tools.jackson.databind.JsonNode;

/** The profile row as changes see it; {@link ProfileStore} makes it. Only changed columns are written. */
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
    private List<LanguageSkillDto> languages;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<JsonNode> frameworks;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<JsonNode> devices;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<JsonNode> architectureFamiliarity;

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

    void tell(BackgroundDto background, Instant now) {
        languages = background.languages();
        frameworks = background.frameworks();
        devices = background.devices();
        architectureFamiliarity = background.architectureFamiliarity();
        experienceYears = background.experienceYears();
        updatedAt = now;
    }
}
