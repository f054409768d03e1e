package dev.stagedoor.platform.openapi;

import io.swagger.v3.oas.models.media.JsonSchema;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** Documents JSON that a client keeps in its own form as what it is on the wire, not as Jackson's classes. */
@Configuration(proxyBeanMethods = false)
class FreeJson {

    static {
        SpringDocUtils.getConfig().replaceWithSchema(JsonNode.class, new JsonSchema());
    }
}
