DROP INDEX activities.activities_title_runs_idx;

CREATE INDEX activities_title_runs_idx ON activities.activities USING gin (
    string_to_array(regexp_replace(lower(title), '(...)', E'\\1\001', 'g') || E'\001'
                    || regexp_replace(substr(lower(title), 2), '(...)', E'\\1\001', 'g') || E'\001'
                    || regexp_replace(substr(lower(title), 3), '(...)', E'\\1\001', 'g'), E'\001'));
