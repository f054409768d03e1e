package dev.stagedoor.platform.persistence;

import dev.stagedoor.platform.configuration.InvalidConfigurationException;
import java.sql.Connection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Databases with another encoding than UTF-8 cannot store all names, or store them without checking them. */
public final class DatabaseEncoding {

    private DatabaseEncoding() {}

    /** @throws InvalidConfigurationException if the database has another encoding */
    public static void requireUtf8(Connection connection) {
        var encoding = JdbcClient.create(new SingleConnectionDataSource(connection, true))
                .sql("SELECT current_setting('server_encoding')")
                .query(String.class)
                .single();
        if (!encoding.equals("UTF8")) {
            throw new InvalidConfigurationException(
                    "SPRING_DATASOURCE_URL",
                    "must name a database with the encoding UTF8, but its encoding is " + encoding
                            + ": create one with CREATE DATABASE stagedoor ENCODING 'UTF8' TEMPLATE template0");
        }
    }
}
