package dev.stagedoor.platform.persistence;

import org.hibernate.cfg.MappingSettings;
import org.hibernate.type.format.jackson.Jackson3JsonFormatMapper;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Configures a separate mapper for JSON columns, because the strict mapper of the API could reject stored values. By
 * default, Hibernate would use Jackson 2, a dependency of springdoc.
 */
@Configuration(proxyBeanMethods = false)
class HibernateJsonConfiguration {

    @Bean
    HibernatePropertiesCustomizer storedJson() {
        var mapper = new Jackson3JsonFormatMapper(JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build());
        return properties -> properties.put(MappingSettings.JSON_FORMAT_MAPPER, mapper);
    }
}
