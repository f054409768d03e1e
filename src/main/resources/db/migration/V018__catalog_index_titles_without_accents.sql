-- Trigrams of the title in lower case and without accents (see V015). NFD separates accents (U+0300 to U+036F) from letters.
DROP INDEX activities.activities_title_runs_idx;

CREATE INDEX activities_title_runs_idx ON activities.activities USING gin (
    string_to_array(regexp_replace(lower(normalize(regexp_replace(normalize(title, NFD), '[\u0300-\u036f]', '', 'g'), NFC)), '(...)', E'\\1\001', 'g') || E'\001'
                    || regexp_replace(substr(lower(normalize(regexp_replace(normalize(title, NFD), '[\u0300-\u036f]', '', 'g'), NFC)), 2), '(...)', E'\\1\001', 'g') || E'\001'
                    || regexp_replace(substr(lower(normalize(regexp_replace(normalize(title, NFD), '[\u0300-\u036f]', '', 'g'), NFC)), 3), '(...)', E'\\1\001', 'g'), E'\001'));
