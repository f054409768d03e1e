package dev.stagedoor.profile;

import dev.stagedoor.account.AccountPurged;
import dev.stagedoor.account.AccountRegistered;
import dev.stagedoor.platform.error.FieldErrorDto;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.web.EntityTags;
import dev.stagedoor.platform.web.IfMatch;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Reads and changes the profile row; a user without one gets it at the first look. */
@Service
@RequiredArgsConstructor
public class ProfileService {

    private final UserProfileRepository profiles;
    private final UserProfileStatements store;
    private final NotificationPreferenceBatches groups;
    private final EntityManager entities;
    private final EntityTags tags;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Runs inside the registration's transaction: a user without a profile is never committed. */
    @EventListener
    void on(AccountRegistered event) {
        store.make(event.userId(), event.language(), event.timezone(), event.currency(), event.at());
    }

    @EventListener
    void on(AccountPurged event) {
        store.remove(event.userId());
    }

    /** Makes the row where another system made the user without one. */
    @Transactional
    public void ensure(UUID userId) {
        if (store.make(userId, null, null, null, clock.instant())) {
            changed(userId);
        }
    }

    public NotificationPrefsDto preferences(UUID userId) {
        return orMade(userId, () -> store.preferences(userId));
    }

    /** Changes the flags that are named; {@code precondition-failed} where the tag no longer matches. */
    public NotificationPrefsDto change(UUID userId, UpdateNotificationPrefsDto update, IfMatch ifMatch) {
        if (!ifMatch.isPresent()) {
            return change(userId, update);
        }
        return transaction.execute(status -> {
            lock(userId);
            ifMatch.check(tags.of(preferences(userId)));
            return change(userId, update);
        });
    }

    /** One statement, which needs no transaction around it. */
    private NotificationPrefsDto change(UUID userId, UpdateNotificationPrefsDto update) {
        return update.isEmpty() ? preferences(userId) : orMade(userId, () -> write(userId, update));
    }

    /** Where the answer is lost, the change may have been made all the same. */
    private Optional<NotificationPrefsDto> write(UUID userId, UpdateNotificationPrefsDto update) {
        try {
            return groups.change(userId, update);
        } finally {
            changed(userId);
        }
    }

    @Transactional
    public BackgroundDto background(UUID userId) {
        return BackgroundDto.of(orMade(userId, () -> profiles.findByUserId(userId)));
    }

    /** Replaces the background as a whole; {@code precondition-failed} where the tag no longer matches. */
    @Transactional
    public BackgroundDto replaceBackground(UUID userId, PutBackgroundDto background, IfMatch ifMatch) {
        var profile = locked(userId);
        ifMatch.check(tags.of(BackgroundDto.of(profile)));
        profile.tell(background, clock.instant());
        changed(userId);
        return BackgroundDto.of(asStored(profile));
    }

    /** Changes the fields that are named; {@code validation-failed} where merged settings grow too large. */
    @Transactional
    public void change(UUID userId, ProfileChange change) {
        var profile = locked(userId);
        profile.change(change, clock.instant());
        if (change.settings().isPresent()
                && profile.getSettings() != null
                && !StorableJson.fits(profile.getSettings())) {
            throw ProblemException.invalid(new FieldErrorDto(
                    "settings", FieldErrorDto.OUT_OF_RANGE, "would exceed 16 KiB or 8 levels when merged"));
        }
        entities.flush();
        changed(userId);
    }

    /** Takes the row for this transaction: other changes of the same profile wait until it ends. */
    @Transactional
    public void lock(UUID userId) {
        locked(userId);
    }

    /** As the column gives it back: jsonb has its own order of keys and spelling of numbers, and so has the ETag. */
    private UserProfile asStored(UserProfile profile) {
        entities.flush();
        entities.refresh(profile);
        return profile;
    }

    private UserProfile locked(UUID userId) {
        return orMade(userId, () -> profiles.findForUpdateByUserId(userId));
    }

    private void changed(UUID userId) {
        events.publishEvent(new ProfileChanged(userId));
    }

    private <T> T orMade(UUID userId, Supplier<Optional<T>> row) {
        return row.get().orElseGet(() -> {
            ensure(userId);
            return row.get().orElseThrow(() -> ProblemException.notFound("user"));
        });
    }
}
