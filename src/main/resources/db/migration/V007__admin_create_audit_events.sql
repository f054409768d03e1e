-- Actions of super-admins. There are no foreign keys, so that events outlive the rows they mention.
CREATE TABLE audit.audit_events (
    id         uuid        NOT NULL DEFAULT gen_random_uuid(),
    actor_id   uuid        NOT NULL,
    action     varchar(50) NOT NULL,
    user_id    uuid,
    before     jsonb,
    after      jsonb,
    request_id varchar(128),
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT audit_events_pkey PRIMARY KEY (id)
);

CREATE INDEX audit_events_created_at_idx ON audit.audit_events (created_at DESC, id DESC);
CREATE INDEX audit_events_actor_id_idx ON audit.audit_events (actor_id, created_at DESC);
CREATE INDEX audit_events_user_id_idx ON audit.audit_events (user_id, created_at DESC);
