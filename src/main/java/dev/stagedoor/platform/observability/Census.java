package dev.stagedoor.platform.observability;

import io.micrometer.core.instrument.Tags;
import java.util.List;

/** Counts of a room's rows, which are told as gauges. They name no person. */
public interface Census {

    List<Count> take();

    /** A gauge, by its name in dots, and what it says. */
    record Count(String name, Tags tags, long number) {

        public Count(String name, long number) {
            this(name, Tags.empty(), number);
        }
    }
}
