package dev.stagedoor.account;

import dev.stagedoor.platform.error.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Creates accounts of another system in batches. */
@Service
@RequiredArgsConstructor
class ImportService {

    private final UserRepository users;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final Clock clock;

    enum Result {
        IMPORTED,
        EXISTING,
        PHONE_TAKEN,
        IDENTITY_TAKEN
    }

    /**
     * Inserts the accounts and their dependent rows in one transaction. If another account has one of the external identities,
     * inserts the accounts one by one, so that the others are created.
     *
     * @param batch accounts with different emails, phone numbers and identities
     * @return the result of each account, by email
     */
    Map<String, Result> insert(List<ImportedUser> batch) {
        try {
            return transaction.execute(status -> insertTogether(batch));
        } catch (ProblemException identityTaken) {
            return batch.size() == 1 ? Map.of(batch.get(0).email(), Result.IDENTITY_TAKEN) : insertOneByOne(batch);
        }
    }

    private Map<String, Result> insertOneByOne(List<ImportedUser> batch) {
        Map<String, Result> results = new LinkedHashMap<>();
        batch.forEach(user -> results.putAll(insert(List.of(user))));
        return results;
    }

    /** Two imports insert equal emails in the same order, to avoid deadlocks. */
    private Map<String, Result> insertTogether(List<ImportedUser> batch) {
        var now = clock.instant();
        var accounts = batch.stream()
                .map(user -> User.ofImport(user, now))
                .sorted(Comparator.comparing(User::getEmail))
                .toList();
        var ids = users.insertIfAbsent(accounts);
        var inserted = accounts.stream().filter(user -> ids.contains(user.getId()));
        publish(inserted.toList(), now);
        return results(accounts, ids);
    }

    private void publish(List<User> inserted, Instant now) {
        if (!inserted.isEmpty()) {
            var external = inserted.stream().filter(user -> user.getBetterAuthId() != null);
            events.publishEvent(new AccountsImported(
                    inserted.stream().map(User::getId).toList(),
                    external.map(User::getId).toList(),
                    now));
        }
    }

    private Map<String, Result> results(List<User> accounts, Set<UUID> inserted) {
        var existing = inserted.size() == accounts.size()
                ? Set.<String>of()
                : users.findEmails(accounts.stream().map(User::getEmail).toList());
        Map<String, Result> results = new LinkedHashMap<>();
        for (var account : accounts) {
            results.put(account.getEmail(), result(account, inserted, existing));
        }
        return results;
    }

    private Result result(User account, Set<UUID> inserted, Set<String> existing) {
        if (inserted.contains(account.getId())) {
            return Result.IMPORTED;
        }
        if (existing.contains(account.getEmail())) {
            return Result.EXISTING;
        }
        return account.getPhone() != null && users.existsByPhone(account.getPhone())
                ? Result.PHONE_TAKEN
                : Result.IDENTITY_TAKEN;
    }
}
