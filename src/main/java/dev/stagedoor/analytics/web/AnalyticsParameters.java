package dev.stagedoor.analytics.web;

import dev.stagedoor.analytics.TimelineInterval;
import dev.stagedoor.platform.web.strict.ParameterEditor;
import org.springframework.beans.PropertyEditorRegistrar;
import org.springframework.beans.PropertyEditorRegistry;
import org.springframework.stereotype.Component;

/** How calls name the steps of a timeline. */
@Component
class AnalyticsParameters implements PropertyEditorRegistrar {

    @Override
    public void registerCustomEditors(PropertyEditorRegistry registry) {
        registry.registerCustomEditor(TimelineInterval.class, new ParameterEditor(TimelineInterval::of));
    }
}
