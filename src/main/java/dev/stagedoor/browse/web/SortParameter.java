package dev.stagedoor.browse.web;

import dev.stagedoor.browse.ActivitySort;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads the lower-case names of the wire, and only these. */
@Component
class SortParameter implements Converter<String, ActivitySort> {

    @Override
    public ActivitySort convert(String name) {
        return switch (name) {
            case "popular" -> ActivitySort.POPULAR;
            case "newest" -> ActivitySort.NEWEST;
            default -> throw new IllegalArgumentException("no sort order");
        };
    }
}
