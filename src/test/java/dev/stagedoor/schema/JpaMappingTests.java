package dev.stagedoor.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.StagedoorTest;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Entities map all columns of their tables. */
@StagedoorTest
class JpaMappingTests {

    private static final List<String> TABLES = List.of(
            "users.users",
            "users.suspensions",
            "access.api_keys",
            "users.user_profiles",
            "users.notification_categories",
            "users.notification_choices",
            "users.notification_consents",
            "activities.user_activity_favorites");

    @Autowired
    EntityManagerFactory entities;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theseTablesHaveEntities() {
        assertThat(persisters())
                .extracting(EntityPersister::getIdentifierTableName)
                .containsAll(TABLES);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void entityMapsEveryColumnOfItsTable(String table) {
        var entity = persisters().stream()
                .filter(persister -> persister.getIdentifierTableName().equals(table))
                .findFirst()
                .orElseThrow();

        assertThat(mappedColumns(entity)).containsExactlyInAnyOrderElementsOf(columns(table));
    }

    static List<String> tables() {
        return TABLES;
    }

    private List<EntityPersister> persisters() {
        var persisters = new ArrayList<EntityPersister>();
        entities.unwrap(SessionFactoryImplementor.class).getMappingMetamodel().forEachEntityDescriptor(persisters::add);
        return persisters;
    }

    private static TreeSet<String> mappedColumns(EntityPersister entity) {
        var columns = new TreeSet<String>();
        entity.getIdentifierMapping()
                .forEachSelectable((index, column) -> columns.add(column.getSelectionExpression()));
        entity.forEachSelectable((index, column) -> columns.add(column.getSelectionExpression()));
        return columns;
    }

    private List<String> columns(String table) {
        return jdbc.sql("""
                SELECT column_name FROM information_schema.columns WHERE table_schema || '.' || table_name = ?""").param(table).query(String.class).list();
    }
}
