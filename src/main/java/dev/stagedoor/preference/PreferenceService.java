package dev.stagedoor.preference;

import dev.stagedoor.account.AccountEvent.AccountPurged;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.persistence.Batcher;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.web.EntityTags;
import dev.stagedoor.platform.web.IfMatch;
import dev.stagedoor.preference.FlagRepository.FlagResult;
import dev.stagedoor.profile.ProfileChanged;
import dev.stagedoor.profile.ProfileService;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Reads and updates notification preferences. A user without a profile gets one on the first read or write. */
@Service
public class PreferenceService {

    private final PreferenceQuery query;
    private final PreferenceView view;
    private final PreferenceChanges changes;
    private final FlagRepository flags;
    private final NotificationChoiceRepository choices;
    private final NotificationConsentRepository consents;
    private final ProfileService profiles;
    private final EntityTags tags;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Batcher<FlagChange, FlagResult> flagUpdates;

    PreferenceService(
            PreferenceQuery query,
            PreferenceView view,
            PreferenceChanges changes,
            FlagRepository flags,
            NotificationChoiceRepository choices,
            NotificationConsentRepository consents,
            ProfileService profiles,
            EntityTags tags,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.query = query;
        this.view = view;
        this.changes = changes;
        this.flags = flags;
        this.choices = choices;
        this.consents = consents;
        this.profiles = profiles;
        this.tags = tags;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
        this.flagUpdates = Batcher.ofWrites(calls -> flags.update(calls, clock.instant()));
    }

    /** A purged account can be anonymized, so its rows are not always deleted with the account. */
    @EventListener
    void on(AccountPurged event) {
        choices.deleteByUserId(event.userId());
        consents.deleteByUserId(event.userId());
    }

    /** @param language the language of the request, for profiles without a supported one */
    public NotificationPrefsDto read(UUID userId, Locale language) {
        return view.of(find(userId), language);
    }

    /**
     * Changes the given fields.
     *
     * @throws ProblemException {@code precondition-failed} if {@code ifMatch} does not match the current state;
     *     {@code validation-failed} if a category was deleted or became mandatory at the same time
     */
    public NotificationPrefsDto update(
            CurrentUser caller, UpdateNotificationPrefsDto update, IfMatch ifMatch, Locale language) {
        if (!ifMatch.isPresent() && update.isEmpty()) {
            return read(caller.userId(), language);
        }
        return !ifMatch.isPresent() && update.hasOnlyFlags()
                ? view.of(writeFlags(FlagChange.of(caller, update)), language)
                : transaction.execute(status -> write(caller.userId(), update, ifMatch, language));
    }

    private NotificationPrefsDto write(
            UUID userId, UpdateNotificationPrefsDto update, IfMatch ifMatch, Locale language) {
        profiles.lock(userId);
        var before = find(userId);
        ifMatch.check(tags.of(view.of(before, language)));
        changes.apply(userId, before, update);
        return read(userId, language);
    }

    /** Publishes the change even after an error: if the connection is lost, the change may still be committed. */
    private StoredPreferences writeFlags(FlagChange change) {
        try {
            return Optional.ofNullable(flagUpdates.call(change).preferences()).orElseGet(() -> writeFlagsAlone(change));
        } finally {
            events.publishEvent(new ProfileChanged(change.userId()));
        }
    }

    /** Waits for the lock of the profile, and creates it if it is missing. */
    private StoredPreferences writeFlagsAlone(FlagChange change) {
        return transaction.execute(status -> {
            profiles.lock(change.userId());
            var result = flags.update(List.of(change.inTransaction()), clock.instant());
            return Objects.requireNonNull(result.get(0).preferences());
        });
    }

    private StoredPreferences find(UUID userId) {
        return query.find(userId).orElseGet(() -> {
            profiles.ensure(userId);
            return query.find(userId).orElseThrow(() -> ProblemException.notFound("user"));
        });
    }
}
