package dev.stagedoor.account;

import dev.stagedoor.platform.observability.GaugeSource;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Account metrics. */
@Component
@RequiredArgsConstructor
class AccountMetrics implements GaugeSource {

    private static final Duration DAY = Duration.ofHours(24);

    private final UserRepository users;
    private final Clock clock;

    @Override
    public List<Count> read() {
        var counts = users.count(clock.instant().minus(DAY));
        return List.of(
                new Count("stagedoor.users", counts.users()),
                new Count("stagedoor.users.active", counts.active()),
                byRole(Role.PARTICIPANT, counts.participants()),
                byRole(Role.ADMIN, counts.admins()),
                new Count("stagedoor.signups.24h", counts.signups()));
    }

    private static Count byRole(Role role, long users) {
        return new Count("stagedoor.users.by.role", Tags.of("role", role.name()), users);
    }
}
