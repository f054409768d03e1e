package dev.stagedoor.profile;

import dev.stagedoor.account.AnonymizedUsers;
import jakarta.annotation.Nullable;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;

@RequiredArgsConstructor
class UserProfileStatementsSql implements UserProfileStatements {

    private static final String WITHOUT_PROFILE = """
            NOT EXISTS (SELECT FROM users.user_profiles p WHERE p.user_id = u.id) AND NOT\s""" + AnonymizedUsers.sqlCondition("u");

    private final JdbcClient jdbc;

    @Override
    public int insertIfMissing(List<UserProfile> profiles) {
        return jdbc.sql("""
                INSERT INTO users.user_profiles (id, user_id, language, timezone, currency, created_at, updated_at)
                SELECT i.id, u.id, i.language, i.timezone, i.currency, i.created_at, i.created_at
                FROM unnest(CAST(:ids AS uuid[]), CAST(:users AS uuid[]), CAST(:languages AS text[]),
                            CAST(:timezones AS text[]), CAST(:currencies AS text[]), CAST(:times AS timestamptz[]))
                    AS i (id, user_id, language, timezone, currency, created_at)
                JOIN users.users u ON u.id = i.user_id ORDER BY u.id
                ON CONFLICT (user_id) DO NOTHING""")
                .param("ids", texts(profiles, UserProfile::getId))
                .param("users", texts(profiles, UserProfile::getUserId))
                .param("languages", texts(profiles, UserProfile::getLanguage))
                .param("timezones", texts(profiles, UserProfile::getTimezone))
                .param("currencies", texts(profiles, UserProfile::getCurrency))
                .param("times", texts(profiles, UserProfile::getCreatedAt))
                .update();
    }

    @Override
    public long countUsersWithoutProfile() {
        return jdbc.sql("SELECT count(*) FROM users.users u WHERE " + WITHOUT_PROFILE)
                .query(Long.class)
                .single();
    }

    @Override
    public List<UUID> findUsersWithoutProfile(@Nullable UUID last, int limit) {
        return jdbc.sql("SELECT u.id FROM users.users u WHERE " + WITHOUT_PROFILE
                        + " AND (CAST(:last AS uuid) IS NULL OR u.id > CAST(:last AS uuid)) ORDER BY u.id LIMIT "
                        + limit)
                .param("last", last)
                .query(UUID.class)
                .list();
    }

    private static <T> String[] texts(List<T> items, Function<T, Object> value) {
        return items.stream()
                .map(value)
                .map(each -> each == null ? null : each.toString())
                .toArray(String[]::new);
    }
}
