-- Installations of apps that receive push messages. A registration ends with its session.
CREATE TABLE access.push_registrations (
    id              uuid          NOT NULL DEFAULT gen_random_uuid(),
    user_id         uuid          NOT NULL,
    session_id      uuid,
    installation_id varchar(200)  NOT NULL,
    platform        varchar(20)   NOT NULL,
    token           varchar(2048) NOT NULL,
    created_at      timestamptz   NOT NULL DEFAULT now(),
    updated_at      timestamptz   NOT NULL DEFAULT now(),
    CONSTRAINT push_registrations_pkey PRIMARY KEY (id),
    CONSTRAINT push_registrations_installation_id_unique UNIQUE (installation_id),
    CONSTRAINT push_registrations_token_unique UNIQUE (token),
    CONSTRAINT push_registrations_platform_check CHECK (platform IN ('ANDROID', 'IOS', 'WEB')),
    CONSTRAINT push_registrations_user_id_fkey FOREIGN KEY (user_id) REFERENCES users.users (id) ON DELETE CASCADE,
    CONSTRAINT push_registrations_session_id_fkey FOREIGN KEY (session_id) REFERENCES access.sessions (id) ON DELETE CASCADE
);

CREATE INDEX push_registrations_user_id_idx ON access.push_registrations (user_id);

CREATE INDEX push_registrations_session_id_idx ON access.push_registrations (session_id);
