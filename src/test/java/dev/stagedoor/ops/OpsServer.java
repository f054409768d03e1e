package dev.stagedoor.ops;

import dev.stagedoor.schema.MigratedDatabase;
import dev.stagedoor.support.LocalPostgres;
import dev.stagedoor.support.Program;
import dev.stagedoor.support.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A server of the PostgreSQL packages of this machine, shared by all tests of the scripts. The scripts run client programs
 * of the same version, unlike those of {@link TestDatabase}.
 */
final class OpsServer {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static LocalPostgres server;

    private OpsServer() {}

    /** Creates an empty database. */
    static Database empty() {
        var name = "ops_" + NUMBER.incrementAndGet();
        jdbc(server().database()).sql("CREATE DATABASE " + name).update();
        return database(name);
    }

    /** Creates a database and applies the migrations. */
    static Database migrated() {
        var database = empty();
        MigratedDatabase.migrated(database.url());
        return database;
    }

    /** A PostgreSQL program of the version of the server. */
    static Script program(String name) {
        return new Script(Program.POSTGRESQL.path().resolve(name), Map.of());
    }

    static Database database(String name) {
        return new Database(name, server().port(), server().database(name));
    }

    static Database databaseOf(LocalPostgres other) {
        return new Database("postgres", other.port(), other.database());
    }

    private static synchronized LocalPostgres server() {
        if (server == null) {
            try {
                server = LocalPostgres.start(Program.POSTGRESQL.path());
                Runtime.getRuntime().addShutdownHook(new Thread(OpsServer::stop));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return server;
    }

    private static void stop() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static JdbcClient jdbc(TestDatabase.Url url) {
        return JdbcClient.create(new DriverManagerDataSource(url.jdbcUrl(), url.user(), url.password()));
    }

    /** A database of the server. */
    record Database(String name, int port, TestDatabase.Url url) {

        JdbcClient jdbc() {
            return OpsServer.jdbc(url);
        }

        /** Inserts the rows of the recovery drill, in two batches. */
        void fill() {
            for (var batch : List.of("1", "2")) {
                program("psql")
                        .on(this)
                        .run("-Xqw", "-v", "ON_ERROR_STOP=1", "-v", "batch=" + batch, "-f", "ops/drill-rows.sql")
                        .text();
            }
        }

        long count(String sql) {
            return jdbc().sql("SELECT count(*) FROM " + sql).query(Long.class).single();
        }
    }
}
