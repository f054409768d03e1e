package dev.stagedoor.analytics;

import dev.stagedoor.platform.persistence.Batcher;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the version of a company's statistics, together with the permission of the requester. */
@Repository
class StatisticsVersions {

    /**
     * The version of the company {@code target.id}. It changes with every rollup and with every change of the company's
     * activities. Null while changes are pending.
     */
    static final String VERSION = """
            (SELECT concat_ws(' ', f.version, count(*), sum(extract(epoch FROM a.updated_at)))
             FROM activities.favorite_folding f, activities.activities a
             WHERE a.company_id = target.id
               AND NOT EXISTS (SELECT FROM activities.favorite_changes c JOIN activities.activities changed
                               ON changed.id = c.activity_id WHERE changed.company_id = target.id)
             GROUP BY f.version)""";

    private static final String SQL = """
            SELECT %s AS version
            FROM unnest(CAST(:companies AS uuid[]), CAST(:callers AS uuid[]), CAST(:admins AS boolean[]),
                        CAST(:granted AS uuid[])) WITH ORDINALITY AS i (company, caller, admin, granted, position)
            LEFT JOIN LATERAL (
                SELECT c.id FROM companies.companies c
                WHERE c.id = i.company
                  AND (i.admin OR c.id = i.granted
                       OR c.id IN (SELECT company_id FROM companies.company_members WHERE user_id = i.caller))
                OFFSET 0) target ON true
            ORDER BY i.position""".formatted(VERSION);

    private final JdbcClient jdbc;
    private final Batcher<Request, Optional<String>> versions = Batcher.ofReads(this::read);

    StatisticsVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns empty if the requester may not read the statistics of the company, or if it has pending changes. */
    Optional<String> find(StatisticsRequester requester, UUID companyId) {
        return versions.call(new Request(requester, companyId));
    }

    List<Optional<String>> read(List<Request> requests) {
        return jdbc.sql(SQL)
                .param("companies", texts(requests, Request::companyId))
                .param("callers", texts(requests, request -> request.requester().id()))
                .param(
                        "admins",
                        requests.stream()
                                .map(request -> request.requester().admin())
                                .toArray(Boolean[]::new))
                .param("granted", texts(requests, request -> request.requester().companyId()))
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .list();
    }

    private static String[] texts(List<Request> requests, Function<Request, UUID> id) {
        return requests.stream()
                .map(id)
                .map(value -> Objects.toString(value, null))
                .toArray(String[]::new);
    }

    record Request(StatisticsRequester requester, UUID companyId) {}
}
