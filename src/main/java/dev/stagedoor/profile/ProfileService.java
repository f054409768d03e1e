package dev.stagedoor.profile;

import dev.stagedoor.account.AccountEvent.AccountPurged;
import dev.stagedoor.account.AccountEvent.AccountRegistered;
import dev.stagedoor.account.AccountsImported;
import dev.stagedoor.platform.error.InvalidField;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.web.EntityTags;
import dev.stagedoor.platform.web.IfMatch;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Reads and updates profiles. A user without a profile gets one on the first read or write. */
@Service
@RequiredArgsConstructor
public class ProfileService {

    private final UserProfileRepository profiles;
    private final EntityManager entities;
    private final EntityTags tags;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Runs in the transaction of the registration, so that no user is committed without a profile. */
    @EventListener
    void on(AccountRegistered event) {
        var profile = UserProfile.create(
                event.userId(),
                LanguageTags.knownOrNull(event.language()),
                TimeZones.knownOrNull(event.timezone()),
                event.currency(),
                event.at());
        profiles.insertIfMissing(List.of(profile));
    }

    @EventListener
    void on(AccountsImported event) {
        profiles.insertIfMissing(event.userIds().stream()
                .map(userId -> UserProfile.createDefault(userId, event.at()))
                .toList());
    }

    @EventListener
    void on(AccountPurged event) {
        profiles.deleteByUserId(event.userId());
    }

    /** Creates the profile of a user that another system created without one. */
    public void ensure(UUID userId) {
        transaction.executeWithoutResult(status -> {
            if (profiles.insertIfMissing(List.of(UserProfile.createDefault(userId, clock.instant()))) == 1) {
                publishChange(userId);
            }
        });
    }

    public BackgroundDto background(UUID userId) {
        return BackgroundDto.of(createIfMissing(userId, () -> profiles.findByUserId(userId)));
    }

    /**
     * Replaces the background as a whole.
     *
     * @throws ProblemException {@code precondition-failed} if {@code ifMatch} does not match the current state
     */
    @Transactional
    public BackgroundDto replaceBackground(UUID userId, PutBackgroundDto background, IfMatch ifMatch) {
        var profile = locked(userId);
        ifMatch.check(tags.of(BackgroundDto.of(profile)));
        profile.replaceBackground(background, clock.instant());
        publishChange(userId);
        return BackgroundDto.of(asStored(profile));
    }

    /**
     * Resets all fields of the background, and returns the empty background.
     *
     * @throws ProblemException {@code precondition-failed} if {@code ifMatch} does not match the current state
     */
    @Transactional
    public BackgroundDto deleteBackground(UUID userId, IfMatch ifMatch) {
        return replaceBackground(userId, new PutBackgroundDto(List.of(), List.of(), null, null, null), ifMatch);
    }

    /**
     * Changes the given fields.
     *
     * @throws ProblemException {@code validation-failed} if the merged settings exceed their limits
     */
    @Transactional
    public void change(UUID userId, ProfileChange change) {
        var profile = locked(userId);
        profile.change(change, clock.instant());
        if (change.settings().isPresent()
                && profile.getSettings() != null
                && !StorableJson.fits(profile.getSettings())) {
            throw ProblemException.invalid("settings", InvalidField.OUT_OF_RANGE, "would-exceed-16-kib-when-merged");
        }
        entities.flush();
        publishChange(userId);
    }

    /** Locks the profile for the current transaction. Creates it if it is missing. */
    public void lock(UUID userId) {
        locked(userId);
    }

    /** Locks the profile for the current transaction. Returns false if it does not exist. */
    public boolean lockIfPresent(UUID userId) {
        return profiles.findForUpdateByUserId(userId).isPresent();
    }

    /** Changes the notification settings, and the time of the last change in any case. */
    @Transactional
    public void changeNotificationSettings(UUID userId, NotificationSettingsChange change) {
        locked(userId).change(change, clock.instant());
        entities.flush();
        publishChange(userId);
    }

    /** Reads the row back, because jsonb normalizes the order of keys and the notation of numbers, which the ETag includes. */
    private UserProfile asStored(UserProfile profile) {
        entities.flush();
        entities.refresh(profile);
        return profile;
    }

    UserProfile locked(UUID userId) {
        return createIfMissing(userId, () -> profiles.findForUpdateByUserId(userId));
    }

    private void publishChange(UUID userId) {
        events.publishEvent(new ProfileChanged(userId));
    }

    private <T> T createIfMissing(UUID userId, Supplier<Optional<T>> row) {
        return row.get().orElseGet(() -> {
            ensure(userId);
            return row.get().orElseThrow(() -> ProblemException.notFound("user"));
        });
    }
}
