-- Prints the usage of tables and indexes. The variable schemas is an SQL list of schema names.
\set ON_ERROR_STOP on
\pset footer off
SET default_transaction_read_only = on;
SET statement_timeout = '60s';

SELECT coalesce(to_char(stats_reset AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI "UTC"'), 'the creation of the database') AS since
FROM pg_stat_database WHERE datname = current_database() \gset
\echo '== indexes, least used first, statistics since' :since
SELECT s.schemaname || '.' || s.relname AS table, s.indexrelname AS index, s.idx_scan AS scans,
       pg_size_pretty(pg_relation_size(s.indexrelid)) AS size,
       CASE WHEN s.idx_scan > 0 THEN ''
            WHEN i.indisunique THEN 'unused, but enforces uniqueness'
            ELSE 'unused' END AS remark
FROM pg_stat_user_indexes s JOIN pg_index i USING (indexrelid)
WHERE s.schemaname IN (:schemas) ORDER BY s.idx_scan, pg_relation_size(s.indexrelid) DESC, 1, 2;

\echo '== tables, most sequential reads first'
SELECT schemaname || '.' || relname AS table, seq_scan AS "sequential scans", seq_tup_read AS "rows read sequentially",
       idx_scan AS "index scans", n_live_tup AS rows, n_dead_tup AS "dead rows",
       pg_size_pretty(pg_total_relation_size(relid)) AS size,
       to_char(greatest(last_analyze, last_autoanalyze) AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') AS analyzed
FROM pg_stat_user_tables WHERE schemaname IN (:schemas) ORDER BY seq_tup_read DESC, 1;

-- The extension can be in any schema, and installed without being loaded. It stores utility statements with their values, for example
-- passwords of roles, so they are excluded.
SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_stat_statements')
       AND current_setting('shared_preload_libraries') LIKE '%pg_stat_statements%' AS counted \gset
\if :counted
\echo '== the ten statements with the highest total time'
SELECT format('SELECT round(total_exec_time::numeric) AS "total ms", calls, round(mean_exec_time::numeric, 2) AS "mean ms",
                      rows, shared_blks_read AS "blocks read", left(regexp_replace(query, ''\s+'', '' '', ''g''), 120) AS statement
               FROM %I.pg_stat_statements WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
                 AND query ~* ''^\s*(select|insert|update|delete|merge|with)\M''
               ORDER BY total_exec_time DESC LIMIT 10', n.nspname)
FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'pg_stat_statements' \gexec
\else
\echo '== pg_stat_statements is not installed'
\endif
