-- All runs of three characters in a title, whatever their case: a search for a part of a title asks for its runs first.
-- Cut into threes from the first, the second and the third character on; U+0001 parts them, which no title has.
CREATE INDEX activities_title_runs_idx ON activities.activities USING gin (
    string_to_array(regexp_replace(lower(title), '(...)', E'\\1\001', 'g') || E'\001'
                    || regexp_replace(substr(lower(title), 2), '(...)', E'\\1\001', 'g') || E'\001'
                    || regexp_replace(substr(lower(title), 3), '(...)', E'\\1\001', 'g'), E'\001'));
