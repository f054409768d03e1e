CREATE TABLE companies.companies (
    id         uuid         NOT NULL DEFAULT gen_random_uuid(),
    name       varchar(200) NOT NULL,
    created_at timestamptz  NOT NULL DEFAULT now(),
    updated_at timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT companies_pkey PRIMARY KEY (id)
);

CREATE TABLE companies.company_members (
    company_id uuid        NOT NULL,
    user_id    uuid        NOT NULL,
    role       varchar(20) NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT company_members_pkey PRIMARY KEY (company_id, user_id),
    CONSTRAINT company_members_company_id_fkey
        FOREIGN KEY (company_id) REFERENCES companies.companies (id) ON DELETE CASCADE,
    CONSTRAINT company_members_user_id_fkey FOREIGN KEY (user_id) REFERENCES users.users (id) ON DELETE CASCADE,
    CONSTRAINT company_members_role_check CHECK (role IN ('OWNER', 'ANALYST'))
);

CREATE INDEX company_members_user_id_idx ON companies.company_members (user_id);

CREATE TABLE activities.activities (
    id         uuid         NOT NULL DEFAULT gen_random_uuid(),
    company_id uuid         NOT NULL,
    title      varchar(200) NOT NULL,
    type       varchar(20)  NOT NULL,
    status     varchar(20)  NOT NULL DEFAULT 'ACTIVE',
    image_url  text,
    created_at timestamptz  NOT NULL DEFAULT now(),
    updated_at timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT activities_pkey PRIMARY KEY (id),
    CONSTRAINT activities_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies.companies (id) ON DELETE CASCADE,
    CONSTRAINT activities_type_check CHECK (type IN ('SLOT_BASED', 'SERVICE')),
    CONSTRAINT activities_status_check CHECK (status IN ('ACTIVE', 'CANCELLED', 'ARCHIVED'))
);

CREATE INDEX activities_company_id_idx ON activities.activities (company_id);
CREATE INDEX activities_created_at_idx ON activities.activities (created_at DESC, id DESC);
