-- Nothing is lost: the favorites and their removals, from which the figures are counted, stay.
DROP TABLE activities.favorite_folding;
DROP TABLE activities.favorite_counts;
DROP TABLE activities.favorite_days;
DROP TABLE activities.favorite_changes;
