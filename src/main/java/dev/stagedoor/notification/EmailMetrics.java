package dev.stagedoor.notification;

import dev.stagedoor.notification.EmailRepository.Backlog;
import dev.stagedoor.platform.observability.GaugeSource;
import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The number of pending emails, and the age of the oldest one in seconds. */
@Component
@RequiredArgsConstructor
class EmailMetrics implements GaugeSource {

    private final EmailRepository emails;
    private final Clock clock;

    @Override
    public List<Count> read() {
        Backlog backlog = emails.backlog(clock.instant());
        return List.of(
                new Count("stagedoor.mails.waiting", backlog.size()),
                new Count("stagedoor.mails.waiting.longest.seconds", backlog.maxAgeSeconds()));
    }
}
