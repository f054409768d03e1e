CREATE TABLE activities.user_activity_favorites (
    id          uuid        NOT NULL DEFAULT gen_random_uuid(),
    user_id     uuid        NOT NULL,
    activity_id uuid        NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT user_activity_favorites_pkey PRIMARY KEY (id),
    CONSTRAINT user_activity_favorites_user_activity_unique UNIQUE (user_id, activity_id),
    CONSTRAINT user_activity_favorites_user_id_fkey
        FOREIGN KEY (user_id) REFERENCES users.users (id) ON DELETE CASCADE,
    CONSTRAINT user_activity_favorites_activity_id_fkey
        FOREIGN KEY (activity_id) REFERENCES activities.activities (id) ON DELETE CASCADE
);

CREATE INDEX user_activity_favorites_user_id_created_at_idx
    ON activities.user_activity_favorites (user_id, created_at DESC);
CREATE INDEX user_activity_favorites_activity_id_idx ON activities.user_activity_favorites (activity_id);

-- Removed favorites with the UTC dates of their creation and removal. The table contains no user id and no times, so
-- statistics for companies can use it.
CREATE TABLE activities.favorite_removals (
    id           bigint GENERATED ALWAYS AS IDENTITY,
    activity_id  uuid   NOT NULL,
    favorited_on date   NOT NULL,
    removed_on   date   NOT NULL,
    CONSTRAINT favorite_removals_pkey PRIMARY KEY (id),
    CONSTRAINT favorite_removals_activity_id_fkey
        FOREIGN KEY (activity_id) REFERENCES activities.activities (id) ON DELETE CASCADE
);

CREATE INDEX favorite_removals_activity_id_idx ON activities.favorite_removals (activity_id, removed_on);
