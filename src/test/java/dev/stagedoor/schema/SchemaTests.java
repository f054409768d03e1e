package dev.stagedoor.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names and definitions that other systems depend on, as documented in "The data model". */
class SchemaTests {

    private static SchemaFacts schema;

    @BeforeAll
    static void migrate() {
        schema = new SchemaFacts(MigratedDatabase.fresh());
    }

    @Test
    void schemaContainsTheDocumentedTables() {
        assertThat(schema.tables())
                .contains(
                        "users.users",
                        "users.user_profiles",
                        "activities.activities",
                        "activities.user_activity_favorites",
                        "companies.companies",
                        "companies.company_members",
                        "platform.flyway_schema_history")
                .noneMatch(table -> table.startsWith("public."));
    }

    @Test
    void usersHaveTheDocumentedColumns() {
        assertThat(schema.columns("users.users"))
                .containsExactly(
                        "id uuid not null gen_random_uuid()",
                        "email character varying(255) not null",
                        "phone character varying(20)",
                        "password_hash character varying(255)",
                        "better_auth_id character varying(255)",
                        "first_name character varying(100) not null",
                        "last_name character varying(100) not null",
                        "role character varying(20) not null 'PARTICIPANT'::character varying",
                        "is_organizer boolean not null false",
                        "email_verified boolean not null false",
                        "phone_verified boolean not null false",
                        "is_active boolean not null true",
                        "last_login_at timestamp with time zone",
                        "credentials_changed_at timestamp with time zone",
                        "created_at timestamp with time zone not null now()",
                        "updated_at timestamp with time zone not null now()");
    }

    @Test
    void usersHaveTheDocumentedConstraints() {
        assertThat(schema.constraints("users.users"))
                .containsEntry("UQ_users_email", "UNIQUE (email)")
                .containsEntry("UQ_users_phone", "UNIQUE (phone)")
                .containsEntry("UQ_users_better_auth_id", "UNIQUE (better_auth_id)")
                .containsValue("PRIMARY KEY (id)")
                .containsValue("CHECK (((email)::text = lower((email)::text)))")
                .hasEntrySatisfying("CK_users_role", role -> assertThat(role).contains("'PARTICIPANT'", "'ADMIN'"))
                .hasSize(6);
    }

    @Test
    void usersHaveTheDocumentedIndexes() {
        assertThat(schema.indexes("users"))
                .containsEntry("idx_users_email", "CREATE INDEX idx_users_email ON users.users USING btree (email)")
                .containsEntry(
                        "idx_users_phone",
                        "CREATE INDEX idx_users_phone ON users.users USING btree (phone) WHERE (phone IS NOT NULL)")
                .containsEntry("idx_users_role", "CREATE INDEX idx_users_role ON users.users USING btree (role)")
                .containsEntry(
                        "idx_users_active_role",
                        "CREATE INDEX idx_users_active_role ON users.users USING btree (is_active, role)")
                .containsEntry(
                        "idx_users_created_at",
                        "CREATE INDEX idx_users_created_at ON users.users USING btree (created_at DESC)");
    }

    @Test
    void profilesHaveTheseColumns() {
        assertThat(schema.columns("users.user_profiles"))
                .containsExactly(
                        "id uuid not null gen_random_uuid()",
                        "user_id uuid not null",
                        "language text",
                        "birth_date date",
                        "timezone text not null 'UTC'::text",
                        "currency character varying(3) not null 'USD'::character varying",
                        "settings jsonb",
                        "notifications_enabled boolean not null true",
                        "push_enabled boolean not null true",
                        "email_enabled boolean not null false",
                        "quiet_hours jsonb",
                        "snoozed_until timestamp with time zone",
                        "languages jsonb not null '[]'::jsonb",
                        "frameworks jsonb not null '[]'::jsonb",
                        "experience_years character varying(50)",
                        "devices jsonb",
                        "architecture_familiarity jsonb",
                        "created_at timestamp with time zone not null now()",
                        "updated_at timestamp with time zone not null now()");
    }

    @Test
    void profilesHaveTheDocumentedConstraints() {
        assertThat(schema.constraints("users.user_profiles").values())
                .containsExactlyInAnyOrder(
                        "PRIMARY KEY (id)",
                        "UNIQUE (user_id)",
                        "FOREIGN KEY (user_id) REFERENCES users.users(id) ON DELETE CASCADE",
                        "CHECK ((jsonb_typeof(settings) = 'object'::text))",
                        "CHECK ((jsonb_typeof(quiet_hours) = 'object'::text))",
                        "CHECK ((jsonb_typeof(languages) = 'array'::text))",
                        "CHECK ((jsonb_typeof(frameworks) = 'array'::text))",
                        "CHECK ((jsonb_typeof(devices) = 'array'::text))",
                        "CHECK ((jsonb_typeof(architecture_familiarity) = 'array'::text))");
    }

    @ParameterizedTest
    @CsvSource({
        "settings, [], {}",
        "settings, null, NULL",
        "quiet_hours, 5, {}",
        "quiet_hours, null, NULL",
        "languages, {}, []",
        "frameworks, null, []",
        "devices, true, []",
        "devices, null, NULL",
        "architecture_familiarity, {}, []",
        "architecture_familiarity, null, NULL"
    })
    void jsonColumnRejectsOtherKinds(String column, String rejected, String accepted) {
        var update = "UPDATE users.user_profiles SET %s = CAST(NULLIF(?, 'NULL') AS jsonb) WHERE user_id = ?"
                .formatted(column);
        var user = userWithProfile();

        assertThatThrownBy(
                        () -> schema.jdbc().sql(update).params(rejected, user).update())
                .hasMessageContaining("CK_user_profiles_" + column);
        assertThat(schema.jdbc().sql(update).params(accepted, user).update()).isOne();
    }

    private static UUID userWithProfile() {
        return schema.jdbc().sql("""
                WITH account AS (
                    INSERT INTO users.users (email, password_hash, first_name, last_name)
                    VALUES (gen_random_uuid() || '@example.com', '-', 'Mia', 'Lindqvist') RETURNING id)
                INSERT INTO users.user_profiles (user_id) SELECT id FROM account RETURNING user_id""").query(UUID.class).single();
    }

    @Test
    void notificationCategoriesHaveTheDocumentedDefinition() {
        assertThat(schema.columns("users.notification_categories"))
                .containsExactly(
                        "key character varying(50) not null",
                        "name jsonb not null",
                        "description jsonb not null",
                        "mandatory boolean not null",
                        "push_default boolean not null",
                        "email_default boolean not null",
                        "position integer not null");
        assertThat(schema.constraints("users.notification_categories").values())
                .containsExactlyInAnyOrder(
                        "PRIMARY KEY (key)",
                        "CHECK ((jsonb_typeof(name) = 'object'::text))",
                        "CHECK ((jsonb_typeof(description) = 'object'::text))");
    }

    @Test
    void builtInNotificationCategoriesExist() {
        assertThat(schema.jdbc().sql("""
                        SELECT concat_ws(' ', position, key, mandatory, push_default, email_default, name ->> 'en',
                                         name ->> 'de', description ->> 'en' <> '', description ->> 'de' <> '')
                        FROM users.notification_categories ORDER BY position""").query(String.class).list())
                .containsExactly(
                        "10 security t t t Security Sicherheit t t",
                        "20 bookings t t t Bookings Buchungen t t",
                        "30 favorites f t t Favorites Favoriten t t",
                        "40 offers f f f Offers Angebote t t");
    }

    @Test
    void notificationChoicesHaveTheDocumentedDefinition() {
        assertThat(schema.columns("users.notification_choices"))
                .containsExactly(
                        "user_id uuid not null",
                        "category character varying(50) not null",
                        "channel character varying(20) not null",
                        "enabled boolean not null",
                        "updated_at timestamp with time zone not null");
        assertThat(schema.constraints("users.notification_choices"))
                .containsValue("PRIMARY KEY (user_id, category, channel)")
                .containsValue("FOREIGN KEY (user_id) REFERENCES users.users(id) ON DELETE CASCADE")
                .containsValue("FOREIGN KEY (category) REFERENCES users.notification_categories(key) ON DELETE CASCADE")
                .hasEntrySatisfying(
                        "notification_choices_channel_check",
                        channel -> assertThat(channel).contains("'PUSH'", "'EMAIL'"))
                .hasSize(4);
    }

    @Test
    void notificationConsentsHaveTheDocumentedDefinition() {
        assertThat(schema.columns("users.notification_consents"))
                .containsExactly(
                        "id uuid not null gen_random_uuid()",
                        "user_id uuid not null",
                        "category character varying(50)",
                        "channel character varying(20)",
                        "enabled boolean not null",
                        "source character varying(20) not null",
                        "request_id character varying(128)",
                        "changed_at timestamp with time zone not null");
        assertThat(schema.constraints("users.notification_consents"))
                .containsValue("PRIMARY KEY (id)")
                .containsValue("FOREIGN KEY (user_id) REFERENCES users.users(id) ON DELETE CASCADE")
                .hasEntrySatisfying(
                        "notification_consents_source_check",
                        source -> assertThat(source).contains("'APP'", "'UNSUBSCRIBE_LINK'"))
                .hasSize(4);
        assertThat(schema.indexes("users").values())
                .contains(
                        "CREATE INDEX notification_choices_category_idx ON users.notification_choices USING btree (category)",
                        "CREATE INDEX notification_consents_user_id_changed_at_idx ON users.notification_consents USING btree (user_id, changed_at DESC, id DESC)");
    }

    @Test
    void activitiesHaveTheDocumentedDefinition() {
        assertThat(schema.columns("activities.activities"))
                .containsExactly(
                        "id uuid not null gen_random_uuid()",
                        "company_id uuid not null",
                        "title character varying(200) not null",
                        "type character varying(20) not null",
                        "status character varying(20) not null 'ACTIVE'::character varying",
                        "image_url text",
                        "created_at timestamp with time zone not null now()",
                        "updated_at timestamp with time zone not null now()");
        assertThat(schema.constraints("activities.activities"))
                .containsValue("PRIMARY KEY (id)")
                .containsValue("FOREIGN KEY (company_id) REFERENCES companies.companies(id) ON DELETE CASCADE")
                .hasEntrySatisfying(
                        "activities_type_check", type -> assertThat(type).contains("'SLOT_BASED'", "'SERVICE'"))
                .hasEntrySatisfying(
                        "activities_status_check",
                        status -> assertThat(status).contains("'ACTIVE'", "'CANCELLED'", "'ARCHIVED'"))
                .hasSize(4);
        assertThat(schema.indexes("activities").values())
                .contains("CREATE INDEX activities_company_id_idx ON activities.activities USING btree (company_id)");
    }

    @Test
    void favoritesHaveTheDocumentedDefinition() {
        assertThat(schema.columns("activities.user_activity_favorites"))
                .containsExactly(
                        "id uuid not null gen_random_uuid()",
                        "user_id uuid not null",
                        "activity_id uuid not null",
                        "created_at timestamp with time zone not null now()");
        assertThat(schema.constraints("activities.user_activity_favorites"))
                .containsEntry("user_activity_favorites_user_activity_unique", "UNIQUE (user_id, activity_id)")
                .containsValue("PRIMARY KEY (id)")
                .containsValue("FOREIGN KEY (user_id) REFERENCES users.users(id) ON DELETE CASCADE")
                .containsValue("FOREIGN KEY (activity_id) REFERENCES activities.activities(id) ON DELETE CASCADE")
                .hasSize(4);
        assertThat(schema.indexes("activities"))
                .containsEntry(
                        "user_activity_favorites_user_id_created_at_idx",
                        "CREATE INDEX user_activity_favorites_user_id_created_at_idx"
                                + " ON activities.user_activity_favorites USING btree (user_id, created_at DESC)")
                .containsEntry(
                        "user_activity_favorites_activity_id_idx",
                        "CREATE INDEX user_activity_favorites_activity_id_idx"
                                + " ON activities.user_activity_favorites USING btree (activity_id)");
    }

    @Test
    void companiesAndMembersHaveTheDocumentedDefinition() {
        assertThat(schema.columns("companies.companies"))
                .contains(
                        "id uuid not null gen_random_uuid()",
                        "created_at timestamp with time zone not null now()",
                        "updated_at timestamp with time zone not null now()")
                .anyMatch(column -> column.startsWith("name ") && column.endsWith(" not null"));
        assertThat(schema.columns("companies.company_members"))
                .containsExactly(
                        "company_id uuid not null",
                        "user_id uuid not null",
                        "role character varying(20) not null",
                        "created_at timestamp with time zone not null now()");
        assertThat(schema.constraints("companies.company_members"))
                .containsValue("PRIMARY KEY (company_id, user_id)")
                .containsValue("FOREIGN KEY (company_id) REFERENCES companies.companies(id) ON DELETE CASCADE")
                .containsValue("FOREIGN KEY (user_id) REFERENCES users.users(id) ON DELETE CASCADE")
                .hasEntrySatisfying(
                        "company_members_role_check", role -> assertThat(role).contains("'OWNER'", "'ANALYST'"))
                .hasSize(4);
    }

    @Test
    void removalsAndSessionsContainNoSecretsAndNoTimestampsOfUsers() {
        assertThat(schema.columns("activities.favorite_removals"))
                .containsExactly(
                        "id bigint not null",
                        "activity_id uuid not null",
                        "favorited_on date not null",
                        "removed_on date not null");
        assertThat(schema.constraints("activities.favorite_removals"))
                .containsValue("FOREIGN KEY (activity_id) REFERENCES activities.activities(id) ON DELETE CASCADE");
        assertThat(schema.columns("access.sessions"))
                .contains("family_digest bytea not null", "current_digest bytea not null")
                .noneMatch(column -> column.startsWith("token "));
        assertThat(schema.constraints("access.sessions"))
                .containsValue("FOREIGN KEY (user_id) REFERENCES users.users(id) ON DELETE CASCADE");
    }

    @Test
    void databaseContainsNoTriggersAndFunctions() {
        assertThat(schema.extensions()).containsExactly("plpgsql");
        assertThat(schema.triggers()).isEmpty();
        assertThat(schema.functions()).isEmpty();
        assertThat(schema.deferrableConstraints()).isEmpty();
    }
}
