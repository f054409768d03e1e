package dev.stagedoor.me;

import dev.stagedoor.account.AccountService;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.web.EntityTags;
import dev.stagedoor.platform.web.IfMatch;
import dev.stagedoor.platform.web.Representation;
import dev.stagedoor.profile.NotificationPrefsDto;
import dev.stagedoor.profile.ProfileService;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads and changes what a person says of itself. */
@Service
@RequiredArgsConstructor
public class MeService {

    private final MeQuery reader;
    private final UserCache cache;
    private final AccountService accounts;
    private final ProfileService profiles;
    private final EntityTags tags;

    /** As it stands. */
    public MeDto read(UUID userId) {
        return find(userId).me();
    }

    /** As it is remembered, where nothing has changed since; else as it stands. */
    public Representation<MeDto> read(CurrentUser caller) {
        return known(caller).me();
    }

    /** The same of the notification preferences. */
    public Representation<NotificationPrefsDto> preferences(CurrentUser caller) {
        return known(caller).preferences();
    }

    /** Changes what is named. Refuses with {@code phone-taken}, {@code precondition-failed}, {@code validation-failed}. */
    @Transactional
    public MeDto update(UUID userId, UpdateMeDto update, IfMatch ifMatch) {
        if (ifMatch.isPresent()) {
            accounts.lock(userId);
            profiles.lock(userId);
            ifMatch.check(tags.of(read(userId)));
        }
        if (!update.account().isEmpty()) {
            accounts.change(userId, update.account());
        }
        if (!update.profile().isEmpty()) {
            profiles.change(userId, update.profile());
        }
        return read(userId);
    }

    private ShownUser known(CurrentUser caller) {
        return cache.get(caller).orElseGet(() -> cache.put(find(caller.id())));
    }

    private KnownUser find(UUID userId) {
        return reader.read(userId).orElseGet(() -> {
            profiles.ensure(userId);
            return reader.read(userId).orElseThrow(() -> ProblemException.notFound("user"));
        });
    }
}
