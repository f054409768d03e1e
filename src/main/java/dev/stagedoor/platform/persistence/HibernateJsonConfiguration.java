package dev.stagedoor.platform.persistence;

import org.hibernate.cfg.MappingSettings;
import org.hibernate.type.format.jackson.Jackson3JsonFormatMapper;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stored JSON is read and written by a mapper of its own, so that the strictness of the API never makes a row
 * unreadable. Left alone, Hibernate would take the Jackson 2 that springdoc brings.
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
