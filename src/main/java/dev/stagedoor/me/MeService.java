package dev.stagedoor.me;

import dev.stagedoor.account.AccountService;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.web.IfMatch;
import dev.stagedoor.platform.web.Representation;
import dev.stagedoor.profile.ProfileService;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads and updates the current user's account and profile. */
@Service
@RequiredArgsConstructor
public class MeService {

    private final MeQuery query;
    private final UserCache cache;
    private final AccountService accounts;
    private final ProfileService profiles;

    /**
     * Reads from the database, bypassing the cache.
     *
     * @throws ProblemException {@code not-found}
     */
    public MeDto read(UUID userId) {
        return find(userId).body();
    }

    /** Returns the cached representation. Reads it from the database on a miss. */
    public Representation<MeDto> read(CurrentUser caller) {
        return cache.get(caller.userId(), () -> find(caller.userId()));
    }

    /**
     * Updates the fields that the request contains.
     *
     * @throws ProblemException {@code phone-taken}, {@code precondition-failed} or {@code validation-failed}
     */
    @Transactional
    public Representation<MeDto> update(UUID userId, UpdateMeDto update, IfMatch ifMatch) {
        if (ifMatch.isPresent()) {
            ifMatch.check(find(userId, query::readForUpdate).tag());
        }
        if (!update.account().isEmpty()) {
            accounts.change(userId, update.account());
        }
        if (!update.profile().isEmpty()) {
            profiles.change(userId, update.profile());
        }
        return find(userId);
    }

    private Representation<MeDto> find(UUID userId) {
        return find(userId, query::read);
    }

    private Representation<MeDto> find(UUID userId, Function<UUID, Optional<Representation<MeDto>>> read) {
        return read.apply(userId).orElseGet(() -> {
            profiles.ensure(userId);
            return read.apply(userId).orElseThrow(() -> ProblemException.notFound("user"));
        });
    }
}
