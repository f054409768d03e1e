package dev.stagedoor.admin;

import java.time.Clock;
import java.time.Duration;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/** Computes the platform statistics. */
@Service
@RequiredArgsConstructor
public class StatsService {

    private static final Duration DAY = Duration.ofHours(24);

    private final StatsQuery query;
    private final Clock clock;

    public StatsDto read() {
        return query.read(clock.instant().minus(DAY));
    }
}
