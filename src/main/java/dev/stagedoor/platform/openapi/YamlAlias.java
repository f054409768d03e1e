package dev.stagedoor.platform.openapi;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Serves the YAML documents at the URL of the JSON documents with the suffix {@code .yaml}. */
@Hidden
@Controller
class YamlAlias {

    @GetMapping("/v3/api-docs/{group}.yaml")
    String yaml(@PathVariable String group) {
        return "forward:/v3/api-docs.yaml/" + group;
    }
}
