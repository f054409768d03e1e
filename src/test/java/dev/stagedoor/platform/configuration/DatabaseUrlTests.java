package dev.stagedoor.platform.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mysql://user:s3cr3t@host/db",
                "host/db",
                "postgres://",
                "postgres://user:s3cr3t@",
                "postgres://user:s3%zz@host/db",
                "postgres://user:s3@cr3t@host/db"
            })
    void otherFormsAreRejectedWithoutTheValue(String url) {
        assertThatThrownBy(() -> DatabaseUrl.parse("DATABASE_URL", url))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageStartingWith("DATABASE_URL must have the form postgres://user:password@host:port/database")
                .hasMessageNotContainingAny("s3", "host/db");
    }

    /** The URLs of Heroku, Render, Railway, Neon and Supabase. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgres://u1:p1@ec2-1.compute.amazonaws.com:5432/d1    | jdbc:postgresql://ec2-1.compute.amazonaws.com:5432/d1 | u1 | p1
            postgresql://app:p%40ss%3A%2F1@dpg-1-a.render.com/app   | jdbc:postgresql://dpg-1-a.render.com/app | app | p@ss:/1
            postgresql://postgres:p-1_2@containers.railway.app:6543/railway | jdbc:postgresql://containers.railway.app:6543/railway | postgres | p-1_2
            postgresql://owner:npg_1@ep-1-pooler.neon.tech/neondb?sslmode=require&channel_binding=require | jdbc:postgresql://ep-1-pooler.neon.tech/neondb?sslmode=require&channelBinding=require | owner | npg_1
            postgresql://postgres.ref:p1@aws-0.pooler.supabase.com:6543/postgres?pgbouncer=true&connect_timeout=5 | jdbc:postgresql://aws-0.pooler.supabase.com:6543/postgres?pgbouncer=true&connectTimeout=5 | postgres.ref | p1
            jdbc:postgresql://u1:p1@host/d1                         | jdbc:postgresql://host/d1 | u1 | p1
            postgres://host                                         | jdbc:postgresql://host/   |    |
            """)
    void urlsOfHostingProvidersAreSplit(String url, String jdbcUrl, String username, String password) {
        assertThat(DatabaseUrl.parse("DATABASE_URL", url)).isEqualTo(new DatabaseUrl(jdbcUrl, username, password));
    }
}
