package dev.stagedoor.platform.observability;

import dev.stagedoor.platform.job.ConditionalOnServing;
import dev.stagedoor.platform.observability.GaugeSource.Count;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Updates the gauges on a schedule, so that a scrape does not query the database. */
@Slf4j
@Component
@ConditionalOnServing
@RequiredArgsConstructor
class GaugeUpdater {

    private final List<GaugeSource> sources;
    private final MeterRegistry meters;
    private final Map<Gauge, AtomicLong> gauges = new ConcurrentHashMap<>();

    @Scheduled(fixedDelayString = "${stagedoor.metrics.count-every}")
    void update() {
        for (var source : sources) {
            try {
                source.read().forEach(this::publish);
            } catch (DataAccessException | TransactionException failure) {
                log.warn("Could not update gauges: {}", failure.getMessage());
            }
        }
    }

    private void publish(Count count) {
        gauges.computeIfAbsent(new Gauge(count.name(), count.tags()), this::register)
                .set(count.value());
    }

    private AtomicLong register(Gauge gauge) {
        return meters.gauge(gauge.name(), gauge.tags(), new AtomicLong());
    }

    private record Gauge(String name, Tags tags) {}
}
