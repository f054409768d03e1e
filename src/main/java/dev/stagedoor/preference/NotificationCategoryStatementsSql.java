package dev.stagedoor.preference;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@RequiredArgsConstructor
class NotificationCategoryStatementsSql implements NotificationCategoryStatements {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    @Override
    public boolean insertIfAbsent(NotificationCategoryDto category) {
        return jdbc.sql("""
                INSERT INTO users.notification_categories
                    (key, name, description, mandatory, push_default, email_default, position)
                VALUES (:key, CAST(:name AS jsonb), CAST(:description AS jsonb), :mandatory, :push, :email, :position)
                ON CONFLICT (key) DO NOTHING""")
                        .param("key", category.key())
                        .param("name", json.writeValueAsString(category.name()))
                        .param("description", json.writeValueAsString(category.description()))
                        .param("mandatory", category.mandatory())
                        .param("push", category.defaults().push())
                        .param("email", category.defaults().email())
                        .param("position", category.position())
                        .update()
                == 1;
    }
}
