package dev.stagedoor.account;

import dev.stagedoor.platform.problem.ProblemException;
import java.time.Clock;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes what the users row says. */
@Service
@RequiredArgsConstructor
public class AccountService {

    private final UserRepository users;
    private final Clock clock;

    /** Takes the row for this transaction: other changes of the same account wait until it ends. */
    @Transactional
    public void lock(UUID userId) {
        find(userId);
    }

    /** Applies the fields that the change names; {@code phone-taken} where the number is another account's. */
    @Transactional
    public void change(UUID userId, AccountChange change) {
        var user = find(userId);
        change.applyTo(user, clock.instant());
        Uniqueness.guard(() -> users.saveAndFlush(user));
    }

    @Transactional
    public void makeOrganizer(UUID userId) {
        find(userId).becomeOrganizer(clock.instant());
    }

    private User find(UUID userId) {
        return users.findForUpdateById(userId).orElseThrow(() -> ProblemException.notFound("user"));
    }
}
