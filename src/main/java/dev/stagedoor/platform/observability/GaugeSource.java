package dev.stagedoor.platform.observability;

import io.micrometer.core.instrument.Tags;
import java.util.List;

/** Reads row counts that are published as gauges. The tags contain no personal data. */
public interface GaugeSource {

    List<Count> read();

    /** The value of a gauge. The name is in dotted notation. */
    record Count(String name, Tags tags, long value) {
        public Count(String name, long value) {
            this(name, Tags.empty(), value);
        }
    }
}
