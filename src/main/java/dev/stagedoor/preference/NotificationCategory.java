package dev.stagedoor.preference;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A kind of notifications. Users can turn the channels of a category off, unless it is mandatory. */
@Entity
@Table(schema = "users", name = "notification_categories")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class NotificationCategory {

    @Id
    private String key;

    @JdbcTypeCode(SqlTypes.JSON)
    private LocalizedTextDto name;

    @JdbcTypeCode(SqlTypes.JSON)
    private LocalizedTextDto description;

    private boolean mandatory;

    @Column(name = "push_default")
    private boolean push;

    @Column(name = "email_default")
    private boolean email;

    private int position;
}
