package dev.stagedoor.browse.web;

import dev.stagedoor.browse.ActivitySort;
import dev.stagedoor.platform.web.strict.ParameterEditor;
import org.springframework.beans.PropertyEditorRegistrar;
import org.springframework.beans.PropertyEditorRegistry;
import org.springframework.stereotype.Component;

/** Parses the order of a list. */
@Component
class BrowseParameters implements PropertyEditorRegistrar {

    @Override
    public void registerCustomEditors(PropertyEditorRegistry registry) {
        registry.registerCustomEditor(ActivitySort.class, new ParameterEditor(BrowseParameters::sort));
    }

    /** Accepts the lower-case names only. */
    private static ActivitySort sort(String name) {
        return switch (name) {
            case "popular" -> ActivitySort.POPULAR;
            case "newest" -> ActivitySort.NEWEST;
            default -> throw new IllegalArgumentException("no sort order");
        };
    }
}
