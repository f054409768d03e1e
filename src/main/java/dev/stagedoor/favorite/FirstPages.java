package dev.stagedoor.favorite;

import dev.stagedoor.platform.persistence.Batcher;
import dev.stagedoor.platform.persistence.UuidV7;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** First pages of different people at once, which is what an app asks for as it opens; each as {@link FavoriteStatements} lists it. */
@Repository
class FirstPages {

    private static final String SQL = """
            SELECT w.place, record.*
            FROM unnest(CAST(:users AS uuid[])) WITH ORDINALITY AS w (user_id, place)
            CROSS JOIN LATERAL (
                %s WHERE f.user_id = w.user_id ORDER BY f.created_at DESC, f.id DESC LIMIT :rows) record
            ORDER BY w.place, record.created_at DESC, record.id DESC""".formatted(FavoriteStatements.RECORDS);

    private static final FavoriteFilter ALL = new FavoriteFilter(null, null);

    private final JdbcClient jdbc;
    private final Batcher<Page, List<FavoriteRecordDto>> pages;

    FirstPages(JdbcClient jdbc, FavoriteStatements favorites) {
        this.jdbc = jdbc;
        this.pages = new Batcher<>(
                page -> favorites.list(page.user(), ALL, FavoriteKeyset.first(page.limit())), this::listAll);
    }

    /** Newest first; one row more than the limit where there is one. */
    List<FavoriteRecordDto> list(UUID userId, int limit) {
        return pages.call(new Page(userId, limit));
    }

    List<Optional<List<FavoriteRecordDto>>> listAll(List<Page> wanted) {
        List<List<FavoriteRecordDto>> found = Stream.generate(ArrayList<FavoriteRecordDto>::new)
                .limit(wanted.size())
                .collect(ArrayList::new, List::add, List::addAll);
        jdbc.sql(SQL)
                .param("users", UuidV7.texts(wanted.stream().map(Page::user).toList()))
                .param("rows", 1 + wanted.stream().mapToInt(Page::limit).max().orElseThrow())
                .query(row -> {
                    var place = row.getInt("place") - 1;
                    if (found.get(place).size() <= wanted.get(place).limit()) {
                        found.get(place).add(FavoriteStatements.record(row, 0));
                    }
                });
        return found.stream().map(Optional::of).toList();
    }

    record Page(UUID user, int limit) {}
}
