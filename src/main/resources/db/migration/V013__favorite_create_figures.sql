-- Added and removed favorites that the tables below do not contain yet. Every change of a favorite inserts a row in the same
-- transaction, so concurrent writers never update the same row.
CREATE TABLE activities.favorite_changes (
    id          bigint GENERATED ALWAYS AS IDENTITY,
    activity_id uuid    NOT NULL,
    day         date    NOT NULL,
    added       integer NOT NULL,
    removed     integer NOT NULL,
    CONSTRAINT favorite_changes_pkey PRIMARY KEY (id),
    CONSTRAINT favorite_changes_activity_id_fkey
        FOREIGN KEY (activity_id) REFERENCES activities.activities (id) ON DELETE CASCADE
);

CREATE INDEX favorite_changes_activity_id_idx ON activities.favorite_changes (activity_id);

-- Cumulative numbers per activity at the end of each UTC day with changes. The numbers of a period are the difference of
-- two rows.
CREATE TABLE activities.favorite_days (
    activity_id uuid   NOT NULL,
    day         date   NOT NULL,
    added       bigint NOT NULL,
    removed     bigint NOT NULL,
    CONSTRAINT favorite_days_pkey PRIMARY KEY (activity_id, day),
    CONSTRAINT favorite_days_activity_id_fkey
        FOREIGN KEY (activity_id) REFERENCES activities.activities (id) ON DELETE CASCADE
);

-- Current number of favorites per activity, derived from its latest row in favorite_days. The index sorts by popularity.
CREATE TABLE activities.favorite_counts (
    activity_id uuid   NOT NULL,
    number      bigint NOT NULL,
    CONSTRAINT favorite_counts_pkey PRIMARY KEY (activity_id),
    CONSTRAINT favorite_counts_activity_id_fkey
        FOREIGN KEY (activity_id) REFERENCES activities.activities (id) ON DELETE CASCADE
);

CREATE INDEX favorite_counts_number_idx ON activities.favorite_counts (number DESC, activity_id);

-- One row, which rollup and rebuild lock to exclude each other. They increment the version, which cached statistics depend on.
CREATE TABLE activities.favorite_folding (
    id      boolean NOT NULL DEFAULT true,
    version bigint  NOT NULL DEFAULT 0,
    CONSTRAINT favorite_folding_pkey PRIMARY KEY (id),
    CONSTRAINT favorite_folding_one_row CHECK (id)
);

INSERT INTO activities.favorite_folding VALUES (true);

INSERT INTO activities.favorite_days (activity_id, day, added, removed)
SELECT activity_id, day, sum(sum(added)) OVER (PARTITION BY activity_id ORDER BY day),
       sum(sum(removed)) OVER (PARTITION BY activity_id ORDER BY day)
FROM (SELECT activity_id, CAST(created_at AT TIME ZONE 'UTC' AS date) AS day, 1 AS added, 0 AS removed
      FROM activities.user_activity_favorites
      UNION ALL SELECT activity_id, favorited_on, 1, 0 FROM activities.favorite_removals
      UNION ALL SELECT activity_id, removed_on, 0, 1 FROM activities.favorite_removals) AS changes
GROUP BY activity_id, day;

INSERT INTO activities.favorite_counts (activity_id, number)
SELECT activity_id, count(*) FROM activities.user_activity_favorites GROUP BY activity_id;

-- The parts of the current number of favorites of an activity: its sum is the aggregate plus the pending changes, read in
-- one snapshot. The columns day, added and removed are null for the aggregate.
CREATE VIEW activities.favorite_count_parts AS
SELECT activity_id, number, CAST(NULL AS date) AS day, CAST(NULL AS integer) AS added, CAST(NULL AS integer) AS removed
FROM activities.favorite_counts
UNION ALL
SELECT activity_id, CAST(added - removed AS bigint), day, added, removed FROM activities.favorite_changes;
