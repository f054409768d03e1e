package dev.stagedoor.platform.observability;

import dev.stagedoor.platform.job.ConditionalOnServing;
import dev.stagedoor.platform.observability.Census.Count;
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

/** Counts from time to time, so that a scrape reads no row. A gauge says what was counted last. */
@Slf4j
@Component
@ConditionalOnServing
@RequiredArgsConstructor
class CensusTaker {

    private final List<Census> censuses;
    private final MeterRegistry meters;
    private final Map<Gauge, AtomicLong> gauges = new ConcurrentHashMap<>();

    @Scheduled(fixedDelayString = "${stagedoor.metrics.count-every}")
    void count() {
        for (var census : censuses) {
            try {
                census.take().forEach(this::tell);
            } catch (DataAccessException | TransactionException failure) {
                log.warn("Not counted this time: {}", failure.getMessage());
            }
        }
    }

    private void tell(Count count) {
        gauges.computeIfAbsent(new Gauge(count.name(), count.tags()), this::register)
                .set(count.number());
    }

    private AtomicLong register(Gauge gauge) {
        return meters.gauge(gauge.name(), gauge.tags(), new AtomicLong());
    }

    private record Gauge(String name, Tags tags) {}
}
