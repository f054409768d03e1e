package dev.stagedoor.platform.invariant;

import java.util.List;
import java.util.stream.Stream;

/**
 * SQL statements that violate an invariant of the demo data. Parameters: {@code :mia} and {@code :oscar}.
 *
 * @param ids a SELECT of the ids of the violating rows
 */
record Breakage(String rule, String ids, List<String> statements) {

    private static final String MIA = "SELECT :mia";
    private static final String ANONYMISE = "UPDATE users.users SET email = id || '@deleted.invalid' WHERE id = ";
    private static final String KEYS = "SELECT id FROM access.api_keys WHERE name = 'X'";
    private static final String CHOICE =
            "INSERT INTO users.notification_choices VALUES (:mia, '%s', 'PUSH', false, now())";
    private static final String SESSION = """
            INSERT INTO access.sessions (user_id, family_digest, current_digest, created_at, last_used_at, expires_at)
            VALUES (:mia, sha256('a'), sha256('b'), now(), now(), now() + interval '1 day')""";

    static Stream<Breakage> all() {
        return Stream.of(accounts(), profiles(), preferences(), favorites(), access(), foreignKeys())
                .flatMap(each -> each);
    }

    private static Stream<Breakage> accounts() {
        return Stream.of(
                of("emails are trimmed and in lower case", MIA, user("email = email || chr(9)")),
                of(
                        "normalized emails are unique",
                        "SELECT unnest(ARRAY[CAST(:mia AS uuid), :oscar])",
                        "UPDATE users.users SET email = ' mia@example.com' WHERE id = :oscar"),
                of("phone numbers are in E.164 format", MIA, user("phone = '0151 2345'")),
                of("suspended accounts are not active", MIA, "INSERT INTO users.suspensions (user_id) VALUES (:mia)"),
                of("anonymized accounts contain no personal data", MIA, ANONYMISE + ":mia"),
                of(
                        "anonymized accounts have no company memberships",
                        "SELECT company_id || ' ' || user_id FROM companies.company_members WHERE user_id = :oscar",
                        ANONYMISE + ":oscar"),
                of(
                        "anonymized accounts have no emails",
                        "SELECT id FROM platform.mails WHERE user_id = :mia",
                        "INSERT INTO platform.mails (kind, user_id, created_at) VALUES ('X', :mia, now())",
                        ANONYMISE + ":mia"));
    }

    private static Stream<Breakage> profiles() {
        return Stream.of(
                of("every account has one profile", MIA, "DELETE FROM users.user_profiles WHERE user_id = :mia"),
                of("anonymized accounts have no profile", MIA, ANONYMISE + ":mia"),
                of("languages are BCP 47 tags", MIA, profile("language = 'EN_us'")),
                of("time zones are in the IANA database", MIA, profile("timezone = 'Mars/Olympus'")),
                of("currencies are ISO 4217 codes", MIA, profile("currency = 'XXX'")),
                of("birth dates are in the past and not before 1900", MIA, profile("birth_date = '1899-12-31'")),
                of(
                        "settings are objects",
                        MIA,
                        "ALTER TABLE users.user_profiles DROP CONSTRAINT \"CK_user_profiles_settings\"",
                        profile("settings = '[]'")),
                of(
                        "languages, frameworks, devices and architectures have at most 100 entries",
                        MIA,
                        profile("devices = (SELECT jsonb_agg(n) FROM generate_series(1, 101) n)")));
    }

    private static Stream<Breakage> preferences() {
        return Stream.of(
                of(
                        "the built-in categories security and bookings exist and are mandatory",
                        "SELECT 'bookings'",
                        "UPDATE users.notification_categories SET mandatory = false WHERE key = 'bookings'"),
                of(
                        "categories have a name and a description in every language",
                        "SELECT 'offers'",
                        "UPDATE users.notification_categories SET name = '{\"en\": \"Offers\"}' WHERE key = 'offers'"),
                of("mandatory categories have no choices", MIA, CHOICE.formatted("security")),
                of("anonymized accounts have no choices and no consent history", MIA, """
                        INSERT INTO users.notification_consents (user_id, enabled, source, changed_at)
                        VALUES (:mia, false, 'APP', now())""", ANONYMISE + ":mia"));
    }

    private static Stream<Breakage> favorites() {
        return Stream.of(
                of("no account exceeds the limit of favorites", MIA, """
                        INSERT INTO activities.activities (company_id, title, type)
                        SELECT min(CAST(id AS text))::uuid, 'X', 'SERVICE'
                        FROM companies.companies CROSS JOIN generate_series(1, 5000) n GROUP BY n""", """
                        INSERT INTO activities.user_activity_favorites (user_id, activity_id)
                        SELECT :mia, id FROM activities.activities ON CONFLICT DO NOTHING"""),
                of(
                        "anonymized accounts have no favorites",
                        "SELECT id FROM activities.user_activity_favorites WHERE user_id = :mia",
                        ANONYMISE + ":mia"),
                of(
                        "favorite counts match the favorites",
                        "SELECT activity_id FROM activities.user_activity_favorites WHERE user_id = :mia",
                        """
                        UPDATE activities.favorite_counts SET number = number + 1 WHERE activity_id IN (
                            SELECT activity_id FROM activities.user_activity_favorites WHERE user_id = :mia)"""),
                of(
                        "daily favorite aggregates match the favorites and removals",
                        "SELECT activity_id FROM activities.user_activity_favorites WHERE user_id = :mia",
                        """
                        UPDATE activities.user_activity_favorites SET created_at = created_at - interval '1 day'
                        WHERE user_id = :mia"""),
                of("daily company aggregates match those of their activities", """
                        SELECT DISTINCT a.company_id FROM activities.activities a
                        JOIN activities.user_activity_favorites f ON f.activity_id = a.id WHERE f.user_id = :mia""", """
                        UPDATE activities.favorite_company_days SET added = added + 1 WHERE company_id IN (
                            SELECT a.company_id FROM activities.activities a
                            JOIN activities.user_activity_favorites f ON f.activity_id = a.id WHERE f.user_id = :mia)"""),
                of(
                        "the lock row of the rollup exists",
                        "SELECT 'favorite_folding'",
                        "DELETE FROM activities.favorite_folding"));
    }

    private static Stream<Breakage> access() {
        return Stream.of(
                of("sessions and one-time tokens store SHA-256 digests of their secrets", "SELECT :mia || ' X'", """
                        INSERT INTO access.one_time_tokens (user_id, purpose, email, digest, created_at, expires_at)
                        VALUES (:mia, 'X', '', '', now(), now())"""),
                of(
                        "inactive accounts have no active sessions",
                        "SELECT id FROM access.sessions WHERE user_id = :mia",
                        SESSION,
                        user("is_active = false")),
                of(
                        "inactive accounts have no push registrations",
                        "SELECT id FROM access.push_registrations WHERE user_id = :mia",
                        user("is_active = false")),
                of("every account has a password or an external identity", MIA, user("password_hash = NULL")),
                of(
                        "anonymized accounts have no sessions, tokens, external identities or push registrations",
                        MIA,
                        SESSION,
                        ANONYMISE + ":mia"),
                of("API keys store SHA-256 digests of their secrets", KEYS, """
                        INSERT INTO access.api_keys (name, secret_digest, prefix, scopes, created_at)
                        VALUES ('X', '', 'x', 'catalog:write', now())"""),
                of("API keys have known scopes", KEYS, key("catalog:write all:of-it")),
                of("API keys with analytics:read belong to a company", KEYS, key("analytics:read")));
    }

    /** Foreign keys reject these changes unless triggers are disabled. */
    private static Stream<Breakage> foreignKeys() {
        return Stream.of(
                orphan(
                        "activities.user_activity_favorites (user_id) references users.users",
                        "SELECT id FROM activities.user_activity_favorites WHERE user_id = :mia",
                        "DELETE FROM users.users WHERE id = :mia"),
                orphan(
                        "users.user_profiles (user_id) references users.users",
                        "SELECT id FROM users.user_profiles WHERE user_id = :mia",
                        "DELETE FROM users.users WHERE id = :mia"),
                orphan(
                        "companies.company_members (company_id) references companies.companies",
                        "SELECT company_id || ' ' || user_id FROM companies.company_members",
                        "DELETE FROM companies.companies"),
                orphan(
                        "activities.activities (company_id) references companies.companies",
                        "SELECT id FROM activities.activities",
                        "DELETE FROM companies.companies"));
    }

    private static String user(String change) {
        return "UPDATE users.users SET " + change + " WHERE id = :mia";
    }

    private static String profile(String change) {
        return "UPDATE users.user_profiles SET " + change + " WHERE user_id = :mia";
    }

    private static String key(String scopes) {
        return """
                INSERT INTO access.api_keys (name, secret_digest, prefix, scopes, created_at)
                VALUES ('X', sha256('a'), 'x', '%s', now())""".formatted(scopes);
    }

    private static Breakage orphan(String rule, String ids, String statement) {
        return of(rule, ids, "SET LOCAL session_replication_role = replica", statement);
    }

    private static Breakage of(String rule, String ids, String... statements) {
        return new Breakage(rule, ids, List.of(statements));
    }

    @Override
    public String toString() {
        return rule;
    }
}
