package dev.stagedoor.analytics;

import dev.stagedoor.platform.persistence.Batcher;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells by a text whether the figures of a company are what they were; for many viewers at once. */
@Repository
class StatisticsVersions {

    /**
     * Of the company {@code target.id}: another text after each change of what is folded or of the company's activities,
     * whose rows' versions only grow; null while something is not folded yet.
     */
    static final String VERSION = """
            (SELECT concat_ws(' ', f.xmin, count(*), sum(CAST(CAST(a.xmin AS text) AS bigint)))
             FROM activities.favorite_folding f, activities.activities a
             WHERE a.company_id = target.id
               AND NOT EXISTS (SELECT FROM activities.favorite_changes c JOIN activities.activities changed
                               ON changed.id = c.activity_id WHERE changed.company_id = target.id)
             GROUP BY f.xmin)""";

    private static final String ONE = CompanyAccess.TARGET + "SELECT %s FROM target".formatted(VERSION);

    private static final String MANY = """
            SELECT %s AS version
            FROM unnest(CAST(:companies AS uuid[]), CAST(:callers AS uuid[]), CAST(:admins AS boolean[]),
                        CAST(:granted AS uuid[])) WITH ORDINALITY AS asked (company, caller, admin, granted, place)
            LEFT JOIN LATERAL (
                SELECT c.id FROM companies.companies c
                WHERE c.id = asked.company
                  AND (asked.admin OR c.id = asked.granted
                       OR c.id IN (SELECT company_id FROM companies.company_members WHERE user_id = asked.caller))
                OFFSET 0) target ON true
            ORDER BY asked.place""".formatted(VERSION);

    private final JdbcClient jdbc;
    private final Batcher<Asked, Optional<String>> versions = new Batcher<>(this::one, this::many);

    StatisticsVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty where the viewer may not see the company's figures, or where some are not folded yet. */
    Optional<String> of(StatisticsRequester viewer, UUID companyId) {
        return versions.call(new Asked(viewer, companyId));
    }

    private Optional<String> one(Asked asked) {
        return CompanyAccess.bind(jdbc.sql(ONE), asked.viewer(), asked.company())
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(version -> version);
    }

    List<Optional<Optional<String>>> many(List<Asked> asked) {
        return jdbc.sql(MANY)
                .param("companies", each(asked, Asked::company))
                .param("callers", each(asked, one -> one.viewer().id()))
                .param("admins", asked.stream().map(one -> one.viewer().admin()).toArray(Boolean[]::new))
                .param("granted", each(asked, one -> one.viewer().companyId()))
                .query((row, number) -> Optional.of(Optional.ofNullable(row.getString(1))))
                .list();
    }

    private static String[] each(List<Asked> asked, Function<Asked, UUID> id) {
        return asked.stream()
                .map(id)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }

    record Asked(StatisticsRequester viewer, UUID company) {}
}
