package dev.stagedoor.catalog;

import dev.stagedoor.platform.web.strict.ParameterEditor;
import org.springframework.beans.PropertyEditorRegistrar;
import org.springframework.beans.PropertyEditorRegistry;
import org.springframework.stereotype.Component;

/** Parses parameters with catalog types. */
@Component
class CatalogParameters implements PropertyEditorRegistrar {

    @Override
    public void registerCustomEditors(PropertyEditorRegistry registry) {
        registry.registerCustomEditor(ActivityType.class, ParameterEditor.ofEnum(ActivityType.class));
    }
}
