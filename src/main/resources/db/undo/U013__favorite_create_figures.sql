-- No data is lost: the statistics can be recomputed from favorites and removals.
DROP VIEW activities.favorite_count_parts;
DROP TABLE activities.favorite_folding;
DROP TABLE activities.favorite_counts;
DROP TABLE activities.favorite_days;
DROP TABLE activities.favorite_changes;
