package dev.stagedoor.sender;

import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.security.ApiKeyCaller;
import dev.stagedoor.preference.Decision;
import dev.stagedoor.preference.DecisionService;
import dev.stagedoor.preference.NotificationCategories;
import dev.stagedoor.preference.NotificationChannel;
import dev.stagedoor.preference.NotificationDecision;
import dev.stagedoor.preference.UnsubscribeLinks;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Decides whether services may notify users. */
@Service
@RequiredArgsConstructor
public class SenderService {

    private static final String DELIVER = "notifications:deliver";

    private final DecisionService decisions;
    private final NotificationCategories categories;
    private final UnsubscribeLinks unsubscribeLinks;
    private final DecisionMetrics metrics;
    private final Clock clock;

    /**
     * Decides for each user and channel. Only keys with the scope {@code notifications:deliver} receive destinations.
     *
     * @throws ProblemException {@code validation-failed} if the category is unknown or the time is more than 366 days ahead
     */
    public DecisionListResponseDto decide(ApiKeyCaller key, DecisionRequestDto request) {
        var decided = decisions.decide(request.category(), request.channels(), request.userIds(), request.at());
        decided.forEach(each -> metrics.count(each.decision().rule()));
        var mayDeliver = key.scopes().contains(DELIVER);
        return new DecisionListResponseDto(
                clock.instant(),
                decided.stream()
                        .map(each -> DecisionItemDto.of(each, mayDeliver ? deliverTo(request.category(), each) : null))
                        .toList());
    }

    public SenderCategoryListResponseDto categories() {
        return new SenderCategoryListResponseDto(
                categories.list().stream().map(SenderCategoryDto::of).toList());
    }

    private @Nullable DeliverToDto deliverTo(String category, NotificationDecision decided) {
        if (decided.decision().decision() == Decision.DROP) {
            return null;
        }
        return decided.channel() == NotificationChannel.PUSH
                ? DeliverToDto.ofPush(decided.recipient())
                : DeliverToDto.ofEmail(decided.recipient(), unsubscribe(category, decided));
    }

    private @Nullable UnsubscribeDto unsubscribe(String category, NotificationDecision decided) {
        return decided.recipient().mandatory()
                ? null
                : UnsubscribeDto.of(unsubscribeLinks.url(decided.recipient().userId(), category));
    }
}
