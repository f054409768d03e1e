package dev.stagedoor.preference;

import dev.stagedoor.platform.error.InvalidField;
import dev.stagedoor.platform.error.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Decides whether notifications may be sent. Reads the current settings from the database, bypassing all caches. */
@Service
@RequiredArgsConstructor
public class DecisionService {

    private static final Duration MAX_AHEAD = Duration.ofDays(366);

    private final DecisionQuery query;
    private final Clock clock;

    /**
     * Decides for one user and channel.
     *
     * @param at the time of the notification; null means now
     * @throws ProblemException {@code validation-failed} if the category is unknown or the time is more than 366 days ahead
     */
    public DecisionDto decide(UUID userId, String category, NotificationChannel channel, @Nullable Instant at) {
        return decide(category, List.of(channel), List.of(userId), at).get(0).decision();
    }

    /**
     * Decides for each user and channel, sorted by user and then by channel, in the given orders.
     *
     * @param at the time of the notifications; null means now
     * @throws ProblemException {@code validation-failed} if the category is unknown or the time is more than 366 days ahead
     */
    public List<NotificationDecision> decide(
            String category, List<NotificationChannel> channels, List<UUID> userIds, @Nullable Instant at) {
        var now = clock.instant();
        var time = at == null ? now : at;
        if (time.isBefore(Instant.EPOCH)) {
            throw ProblemException.invalid("at", InvalidField.OUT_OF_RANGE, "must-be-between-1970-and-9999");
        }
        if (time.isAfter(now.plus(MAX_AHEAD))) {
            throw ProblemException.invalid("at", InvalidField.OUT_OF_RANGE, "must-be-at-most-366-days-ahead");
        }
        var recipients = query.read(category, userIds, channels.contains(NotificationChannel.PUSH), now);
        if (recipients.isEmpty()) {
            throw ProblemException.invalid("category", InvalidField.UNKNOWN, "is-not-a-known-category");
        }
        return recipients.stream()
                .flatMap(recipient -> channels.stream()
                        .map(channel -> new NotificationDecision(recipient, channel, recipient.decide(channel, time))))
                .toList();
    }
}
