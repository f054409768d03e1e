-- Trigrams of the lower-case title, so that substring searches use an index without an extension. The expression splits
-- the title into groups of three characters, starting at the first, second and third character. The separator is U+0001,
-- which titles cannot contain.
CREATE INDEX activities_title_runs_idx ON activities.activities USING gin (
    string_to_array(regexp_replace(lower(title), '(...)', E'\\1\001', 'g') || E'\001'
                    || regexp_replace(substr(lower(title), 2), '(...)', E'\\1\001', 'g') || E'\001'
                    || regexp_replace(substr(lower(title), 3), '(...)', E'\\1\001', 'g'), E'\001'));
