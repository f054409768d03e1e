package dev.stagedoor.preference;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A kind of notifications. Users can turn its channels off, unless it is mandatory. */
@Entity
@Table(schema = "users", name = "notification_categories")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class NotificationCategory {

    @Id
    private String key;

    @JdbcTypeCode(SqlTypes.JSON)
    private CategoryNameDto name;

    @JdbcTypeCode(SqlTypes.JSON)
    private CategoryDescriptionDto description;

    private boolean mandatory;
    private boolean pushDefault;
    private boolean emailDefault;
    private int position;

    static NotificationCategory of(NotificationCategoryDto definition) {
        var category = new NotificationCategory();
        category.key = definition.key();
        category.replace(definition);
        return category;
    }

    void replace(NotificationCategoryDto definition) {
        name = definition.name();
        description = definition.description();
        mandatory = definition.mandatory();
        pushDefault = definition.defaults().push();
        emailDefault = definition.defaults().email();
        position = definition.position();
    }

    NotificationCategoryDto toDto() {
        return new NotificationCategoryDto(
                key, name, description, mandatory, new ChannelDefaultsDto(pushDefault, emailDefault), position);
    }
}
