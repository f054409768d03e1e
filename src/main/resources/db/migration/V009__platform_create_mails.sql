-- Mails to be sent and mails that were sent. What one says is put together when it is sent, its link with it, so no
-- secret waits here. Without a user: somebody asked for an account that there is not; it is dropped in its turn.
CREATE TABLE platform.mails (
    id              uuid        NOT NULL DEFAULT gen_random_uuid(),
    kind            varchar(50) NOT NULL,
    user_id         uuid,
    created_at      timestamptz NOT NULL,
    next_attempt_at timestamptz,
    failures        integer     NOT NULL DEFAULT 0,
    sent_at         timestamptz,
    CONSTRAINT mails_pkey PRIMARY KEY (id),
    CONSTRAINT mails_user_id_fkey FOREIGN KEY (user_id) REFERENCES users.users (id) ON DELETE CASCADE
);

CREATE INDEX mails_next_attempt_at_idx ON platform.mails (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX mails_user_id_idx ON platform.mails (user_id);
