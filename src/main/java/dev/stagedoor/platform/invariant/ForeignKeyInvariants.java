package dev.stagedoor.platform.invariant;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every foreign key references an existing row. PostgreSQL does not enforce this for a restore with disabled triggers or
 * with {@code session_replication_role = replica}.
 */
@Component
@RequiredArgsConstructor
class ForeignKeyInvariants implements Invariants {

    private final JdbcClient jdbc;

    /** Includes the tables of other modules that the database role may read. */
    @Override
    public List<Invariant> list() {
        return jdbc.sql("""
                SELECT format('%s (%s) references %s', f.conrelid::regclass, string_agg(child.attname, ', ' ORDER BY place),
                              f.confrelid::regclass) AS rule,
                       format('SELECT %s FROM %s child WHERE %s AND NOT EXISTS (SELECT FROM %s parent WHERE %s)',
                              (SELECT string_agg(format('CAST(child.%I AS text)', k.attname), ' || '' '' || ' ORDER BY k.attnum)
                               FROM pg_attribute k WHERE k.attrelid = f.conrelid AND k.attnum = ANY(p.conkey)),
                              f.conrelid::regclass,
                              string_agg(format('child.%I IS NOT NULL', child.attname), ' AND '),
                              f.confrelid::regclass,
                              string_agg(format('parent.%I = child.%I', parent.attname, child.attname), ' AND ')
                       ) AS violations
                FROM pg_constraint f
                JOIN pg_constraint p ON p.conrelid = f.conrelid AND p.contype = 'p'
                CROSS JOIN unnest(f.conkey, f.confkey) WITH ORDINALITY AS pair (child, parent, place)
                JOIN pg_attribute child ON child.attrelid = f.conrelid AND child.attnum = pair.child
                JOIN pg_attribute parent ON parent.attrelid = f.confrelid AND parent.attnum = pair.parent
                WHERE f.contype = 'f' AND has_table_privilege(f.conrelid, 'SELECT')
                  AND has_table_privilege(f.confrelid, 'SELECT')
                GROUP BY f.oid, f.conrelid, f.confrelid, p.conkey
                ORDER BY rule""")
                .query((row, number) -> new Invariant(row.getString("rule"), row.getString("violations")))
                .list();
    }
}
