package dev.stagedoor.favorite;

import dev.stagedoor.account.AccountPurged;
import dev.stagedoor.favorite.FavoriteStatements.Saving;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.web.Cursors;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Saves activities for a person and takes them back; doing either twice is harmless. */
@Service
@RequiredArgsConstructor
public class FavoriteService {

    static final int MOST = 5_000;

    /**
     * Below this number a save does not wait for others of the same person. The distance to the limit is more than can
     * be under way at once, so the limit stays exact.
     */
    static final int CROWDED = 4_000;

    private final FavoriteStatements favorites;
    private final FavoriteGroups groups;
    private final FirstPages firstPages;
    private final FavoriteImport imports;
    private final Cursors cursors;
    private final TransactionOperations transaction;
    private final Clock clock;

    /** A page, newest first; {@code cursor} is null for the first. Refuses with {@code invalid-cursor}. */
    public FavoriteListResponseDto list(UUID userId, FavoriteFilter filter, int limit, String cursor) {
        var scope = "favorites " + userId + " " + filter;
        var place =
                cursor == null ? FavoriteKeyset.first(limit) : FavoriteKeyset.after(cursors.open(scope, cursor), limit);
        var rows = filter.isEmpty() && place.isFirst()
                ? firstPages.list(userId, limit)
                : favorites.list(userId, filter, place);
        if (rows.size() <= limit) {
            return new FavoriteListResponseDto(rows, null);
        }
        var last = rows.get(limit - 1);
        return new FavoriteListResponseDto(rows.subList(0, limit), cursors.seal(scope, last.createdAt(), last.id()));
    }

    /** All of a person's favorites, newest first. */
    public List<FavoriteRecordDto> all(UUID userId) {
        return favorites.list(userId, new FavoriteFilter(null, null), FavoriteKeyset.first(Integer.MAX_VALUE - 1));
    }

    public FavoriteRecordDto find(UUID userId, UUID activityId) {
        return favorites.find(userId, activityId).orElseThrow(() -> ProblemException.notFound("favorite"));
    }

    /** Refuses with {@code not-found} for an unknown activity and with {@code favorite-limit-reached}. */
    public Saved save(UUID userId, UUID activityId) {
        try {
            var saving = attempt(() -> groups.save(userId, activityId));
            return saved(saving.isFull() && saving.saved() == null ? saveInTurn(userId, activityId) : saving);
        } catch (DataIntegrityViolationException goneMeanwhile) {
            throw ProblemException.notFound("activity");
        }
    }

    public void remove(UUID userId, UUID activityId) {
        groups.remove(userId, activityId);
    }

    /** The business figures keep the days, as if the person had taken each favorite back. */
    @EventListener
    void on(AccountPurged event) {
        favorites.removeAll(event.userId(), event.at());
    }

    /** Saves what of a guest's collection is not saved yet, all or, at the limit, nothing. */
    @Transactional
    public ImportResultDto importAll(UUID userId, List<UUID> activityIds) {
        var wanted = List.copyOf(new LinkedHashSet<>(activityIds));
        if (!favorites.lock(userId)) {
            throw new ProblemException(ProblemCode.UNAUTHORIZED, "There is no such account any more.");
        }
        var known = imports.known(wanted);
        var saved = imports.saved(userId, wanted);
        var added = imports.add(userId, only(wanted, id -> known.contains(id) && !saved.contains(id)), clock.instant());
        if (!added.isEmpty() && imports.count(userId) > MOST) {
            throw limitReached();
        }
        return new ImportResultDto(
                only(wanted, added::contains),
                only(wanted, id -> known.contains(id) && !added.contains(id)),
                only(wanted, id -> !known.contains(id)));
    }

    private Saving saveInTurn(UUID userId, UUID activityId) {
        return transaction.execute(status -> {
            favorites.lock(userId);
            return attempt(() -> favorites.save(userId, activityId, MOST, clock.instant()));
        });
    }

    /** A twin that came in between is not seen by the statement it beat, but by the next one. */
    private static Saving attempt(Supplier<Optional<Saving>> save) {
        var saving = save.get();
        if (saving.filter(result -> result.saved() == null && !result.isFull()).isPresent()) {
            saving = save.get();
        }
        return saving.orElseThrow(() -> ProblemException.notFound("activity"));
    }

    private static Saved saved(Saving saving) {
        if (saving.saved() != null) {
            return new Saved(saving.saved(), saving.isNew());
        }
        throw saving.isFull()
                ? limitReached()
                : new ProblemException(ProblemCode.CONFLICT, "The favorite was saved and taken back meanwhile.");
    }

    private static ProblemException limitReached() {
        return new ProblemException(
                ProblemCode.FAVORITE_LIMIT_REACHED, "At most 5000 favorites can be kept; remove one first.");
    }

    private static List<UUID> only(List<UUID> ids, Predicate<UUID> wanted) {
        return ids.stream().filter(wanted).toList();
    }

    /** The record that stands, and whether this call made it. */
    public record Saved(FavoriteRecordDto favorite, boolean isNew) {}
}
