package dev.stagedoor.favorite;

import dev.stagedoor.account.AccountEvent.AccountPurged;
import dev.stagedoor.account.AccountService;
import dev.stagedoor.favorite.FavoriteStatements.FavoriteKey;
import dev.stagedoor.favorite.FavoriteStatements.SaveOutcome;
import dev.stagedoor.favorite.FavoriteStatements.SaveOutcome.Status;
import dev.stagedoor.favorite.FavoriteStatements.SaveRequest;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.persistence.Batcher;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.web.Cursors;
import jakarta.annotation.Nullable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Saves and removes favorites. Both operations are idempotent. */
@Service
public class FavoriteService {

    static final int MAX_FAVORITES = 5_000;

    /**
     * Up to this number of favorites, saves run without a row lock. The gap to the limit exceeds the number of concurrent
     * saves, so the limit stays exact.
     */
    static final int LOCK_THRESHOLD = 4_000;

    private final FavoriteRepository favorites;
    private final AccountService accounts;
    private final Cursors cursors;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final Batcher<SaveRequest, SaveOutcome> saves;
    private final Batcher<FavoriteKey, Boolean> removals;
    private final Batcher<FirstPage, List<FavoriteRecordDto>> firstPages;

    FavoriteService(
            FavoriteRepository favorites,
            AccountService accounts,
            Cursors cursors,
            TransactionOperations transaction,
            Clock clock) {
        this.favorites = favorites;
        this.accounts = accounts;
        this.cursors = cursors;
        this.transaction = transaction;
        this.clock = clock;
        this.saves = Batcher.ofWrites(requests -> favorites.save(requests, LOCK_THRESHOLD));
        this.removals = Batcher.ofWrites(keys -> favorites.remove(keys, today()));
        this.firstPages = Batcher.ofReads(this::readFirstPages);
    }

    /**
     * Lists favorites, newest first.
     *
     * @param cursor null for the first page
     * @throws ProblemException {@code invalid-cursor}
     */
    public FavoriteListResponseDto list(UUID userId, FavoriteFilter filter, int limit, @Nullable String cursor) {
        var scope = "favorites " + userId + " " + filter;
        var rows = rows(userId, filter, limit + 1, cursor == null ? null : cursors.open(scope, cursor));
        if (rows.size() <= limit) {
            return new FavoriteListResponseDto(rows, null);
        }
        var last = rows.get(limit - 1);
        return new FavoriteListResponseDto(rows.subList(0, limit), cursors.seal(scope, last.createdAt(), last.id()));
    }

    /** Returns all favorites of a user, newest first. */
    public List<FavoriteRecordDto> listAll(UUID userId) {
        return page(userId, FavoriteFilter.NONE, null, MAX_FAVORITES);
    }

    /** @throws ProblemException {@code not-found} */
    public FavoriteRecordDto find(UUID userId, UUID activityId) {
        return page(userId, FavoriteFilter.ofActivity(activityId), null, 1).stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("favorite"));
    }

    /** @throws ProblemException {@code not-found} if the activity does not exist; {@code favorite-limit-reached} */
    public SaveResult save(CurrentUser caller, UUID activityId) {
        var request = new SaveRequest(caller.userId(), activityId, clock.instant(), caller);
        try {
            var outcome = retryIfConcurrentlyCreated(request, saves::call);
            return result(outcome.status() == Status.LIMIT_REACHED ? saveWithLock(request.withoutCaller()) : outcome);
        } catch (DataIntegrityViolationException activityDeleted) {
            throw ProblemException.notFound("activity");
        }
    }

    public void remove(CurrentUser caller, UUID activityId) {
        if (!removals.call(new FavoriteKey(caller.userId(), activityId, caller))) {
            throw sessionEnded();
        }
    }

    /** Removes all favorites like {@link #remove}, so the statistics keep their dates. */
    @EventListener
    void on(AccountPurged event) {
        var keys = favorites.findActivityIdsByUserId(event.userId()).stream()
                .map(activityId -> new FavoriteKey(event.userId(), activityId, null))
                .toList();
        if (!keys.isEmpty()) {
            favorites.remove(keys, LocalDate.ofInstant(event.at(), ZoneOffset.UTC));
        }
    }

    /**
     * Saves the activities in one transaction, in the given order. The last one becomes the newest favorite.
     *
     * @throws ProblemException {@code favorite-limit-reached}; nothing is saved
     */
    public ImportResultDto importAll(UUID userId, List<UUID> activityIds) {
        var distinctIds = List.copyOf(new LinkedHashSet<>(activityIds));
        try {
            return transaction.execute(status -> importInTransaction(userId, distinctIds));
        } catch (DataIntegrityViolationException activityDeleted) {
            return transaction.execute(status -> importInTransaction(userId, distinctIds));
        }
    }

    private ImportResultDto importInTransaction(UUID userId, List<UUID> activityIds) {
        accounts.lock(userId);
        var outcomes = favorites.save(importRequests(userId, activityIds), MAX_FAVORITES);
        var added = select(activityIds, outcomes, Status.CREATED);
        if (outcomes.stream().anyMatch(outcome -> outcome.status() == Status.LIMIT_REACHED)
                || !added.isEmpty() && favorites.countByUserId(userId) > MAX_FAVORITES) {
            throw limitReached();
        }
        return new ImportResultDto(
                added,
                select(activityIds, outcomes, Status.EXISTING),
                select(activityIds, outcomes, Status.UNKNOWN_ACTIVITY));
    }

    /** The creation times are one microsecond apart, and the last one is now. */
    private List<SaveRequest> importRequests(UUID userId, List<UUID> activityIds) {
        Instant now = clock.instant();
        return IntStream.range(0, activityIds.size())
                .mapToObj(index -> new SaveRequest(
                        userId,
                        activityIds.get(index),
                        now.minusNanos(1_000L * (activityIds.size() - 1 - index)),
                        null))
                .toList();
    }

    private static List<UUID> select(List<UUID> activityIds, List<SaveOutcome> outcomes, Status status) {
        return IntStream.range(0, activityIds.size())
                .filter(index -> outcomes.get(index).status() == status)
                .mapToObj(activityIds::get)
                .toList();
    }

    private List<FavoriteRecordDto> rows(UUID userId, FavoriteFilter filter, int size, @Nullable List<String> cursor) {
        if (cursor == null && filter.equals(FavoriteFilter.NONE)) {
            return firstPages.call(new FirstPage(userId, size));
        }
        return page(userId, filter, cursor == null ? null : FavoriteKeyset.of(cursor), size);
    }

    private List<FavoriteRecordDto> page(UUID userId, FavoriteFilter filter, @Nullable FavoriteKeyset after, int size) {
        return favorites.pages(List.of(userId), filter, after, size).get(0);
    }

    private List<List<FavoriteRecordDto>> readFirstPages(List<FirstPage> requests) {
        var users = requests.stream().map(FirstPage::userId).toList();
        var size = requests.stream().mapToInt(FirstPage::size).max().orElseThrow();
        var pages = favorites.pages(users, FavoriteFilter.NONE, null, size);
        return IntStream.range(0, requests.size())
                .mapToObj(index -> first(pages.get(index), requests.get(index).size()))
                .toList();
    }

    private static List<FavoriteRecordDto> first(List<FavoriteRecordDto> rows, int size) {
        return rows.size() <= size ? rows : rows.subList(0, size);
    }

    private SaveOutcome saveWithLock(SaveRequest request) {
        return transaction.execute(status -> {
            accounts.lock(request.userId());
            return retryIfConcurrentlyCreated(
                    request,
                    locked -> favorites.save(List.of(locked), MAX_FAVORITES).get(0));
        });
    }

    private static SaveOutcome retryIfConcurrentlyCreated(
            SaveRequest request, Function<SaveRequest, SaveOutcome> save) {
        var outcome = save.apply(request);
        return outcome.status() == Status.CONCURRENTLY_CREATED ? save.apply(request) : outcome;
    }

    private static SaveResult result(SaveOutcome outcome) {
        return switch (outcome.status()) {
            case CREATED -> new SaveResult(Objects.requireNonNull(outcome.favorite()), true);
            case EXISTING -> new SaveResult(Objects.requireNonNull(outcome.favorite()), false);
            case UNAUTHORIZED -> throw sessionEnded();
            case UNKNOWN_ACTIVITY -> throw ProblemException.notFound("activity");
            case LIMIT_REACHED -> throw limitReached();
            case CONCURRENTLY_CREATED -> throw new ProblemException(ProblemCode.CONFLICT, "favorite-saved-and-removed");
        };
    }

    private static InvalidBearerTokenException sessionEnded() {
        return new InvalidBearerTokenException("The session has ended");
    }

    private static ProblemException limitReached() {
        return new ProblemException(ProblemCode.FAVORITE_LIMIT_REACHED);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** The favorite, and whether this call created it. */
    public record SaveResult(FavoriteRecordDto favorite, boolean isNew) {}

    private record FirstPage(UUID userId, int size) {}
}
