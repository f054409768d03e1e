package dev.stagedoor.platform.persistence;

import javax.sql.DataSource;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.jpa.AvailableHints;
import org.hibernate.type.format.jackson.Jackson3JsonFormatMapper;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.jdbc.autoconfigure.JdbcProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Configures the JSON columns and the statement timeout of Hibernate. */
@Configuration(proxyBeanMethods = false)
class HibernateConfiguration {

    /**
     * Uses a separate mapper, because the strict mapper of the API could reject stored JSON. By default, Hibernate would
     * use Jackson 2, a dependency of springdoc.
     */
    @Bean
    HibernatePropertiesCustomizer storedJson() {
        var mapper = new Jackson3JsonFormatMapper(JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build());
        return properties -> properties.put(MappingSettings.JSON_FORMAT_MAPPER, mapper);
    }

    /** Fails with the cause if the database is unreachable. Hibernate itself would only report an unknown dialect. */
    @Bean
    HibernatePropertiesCustomizer requiredConnection(DataSource dataSource) {
        return properties ->
                JdbcClient.create(dataSource).sql("SELECT 1").query().singleValue();
    }

    /** Applies to queries outside of transactions. A transaction has its own timeout. Jobs have none. */
    @Bean
    HibernatePropertiesCustomizer queryTimeout(JdbcProperties jdbc) {
        var timeout = jdbc.getTemplate().getQueryTimeout();
        return properties -> {
            if (timeout != null && !timeout.isNegative()) {
                properties.put(AvailableHints.HINT_SPEC_QUERY_TIMEOUT, (int) timeout.toMillis());
            }
        };
    }
}
