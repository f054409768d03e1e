-- Outbox of pending and sent emails. The content, including links with tokens, is created when an email is sent, so the
-- table contains no secrets. A row without user_id results from a request for an unknown account: it equalizes response
-- times and is deleted instead of sent. The language is that of the request, for accounts whose profile has none.
CREATE TABLE platform.mails (
    id              uuid        NOT NULL DEFAULT gen_random_uuid(),
    kind            varchar(50) NOT NULL,
    user_id         uuid,
    created_at      timestamptz NOT NULL,
    next_attempt_at timestamptz,
    failures        integer     NOT NULL DEFAULT 0,
    sent_at         timestamptz,
    language        varchar(35),
    CONSTRAINT mails_pkey PRIMARY KEY (id),
    CONSTRAINT mails_user_id_fkey FOREIGN KEY (user_id) REFERENCES users.users (id) ON DELETE CASCADE
);

CREATE INDEX mails_next_attempt_at_idx ON platform.mails (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX mails_user_id_idx ON platform.mails (user_id);
