-- The kinds of notifications. Names and descriptions are objects with one text per language.
CREATE TABLE users.notification_categories (
    key           varchar(50) NOT NULL,
    name          jsonb       NOT NULL,
    description   jsonb       NOT NULL,
    mandatory     boolean     NOT NULL,
    push_default  boolean     NOT NULL,
    email_default boolean     NOT NULL,
    position      integer     NOT NULL,
    CONSTRAINT notification_categories_pkey PRIMARY KEY (key),
    CONSTRAINT notification_categories_name_check CHECK (jsonb_typeof(name) = 'object'),
    CONSTRAINT notification_categories_description_check CHECK (jsonb_typeof(description) = 'object')
);

-- A choice of a user for one channel of a category. Without a row, the default of the category applies.
CREATE TABLE users.notification_choices (
    user_id    uuid        NOT NULL,
    category   varchar(50) NOT NULL,
    channel    varchar(20) NOT NULL,
    enabled    boolean     NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT notification_choices_pkey PRIMARY KEY (user_id, category, channel),
    CONSTRAINT notification_choices_user_id_fkey FOREIGN KEY (user_id) REFERENCES users.users (id) ON DELETE CASCADE,
    CONSTRAINT notification_choices_category_fkey FOREIGN KEY (category)
        REFERENCES users.notification_categories (key) ON DELETE CASCADE,
    CONSTRAINT notification_choices_channel_check CHECK (channel IN ('PUSH', 'EMAIL'))
);

CREATE INDEX notification_choices_category_idx ON users.notification_choices (category);

-- The history of the flags and choices. It has no foreign key to the category, so that it remains when a category is deleted.
CREATE TABLE users.notification_consents (
    id         uuid         NOT NULL DEFAULT gen_random_uuid(),
    user_id    uuid         NOT NULL,
    category   varchar(50),
    channel    varchar(20),
    enabled    boolean      NOT NULL,
    source     varchar(20)  NOT NULL,
    request_id varchar(128),
    changed_at timestamptz  NOT NULL,
    CONSTRAINT notification_consents_pkey PRIMARY KEY (id),
    CONSTRAINT notification_consents_user_id_fkey FOREIGN KEY (user_id) REFERENCES users.users (id) ON DELETE CASCADE,
    CONSTRAINT notification_consents_channel_check CHECK (channel IN ('PUSH', 'EMAIL')),
    CONSTRAINT notification_consents_source_check CHECK (source IN ('APP', 'UNSUBSCRIBE_LINK'))
);

CREATE INDEX notification_consents_user_id_changed_at_idx
    ON users.notification_consents (user_id, changed_at DESC, id DESC);

INSERT INTO users.notification_categories
    (key, name, description, mandatory, push_default, email_default, position)
VALUES
    ('security',
     '{"en": "Security", "de": "Sicherheit"}',
     '{"en": "Sign-ins, password changes and other events of your account.",
       "de": "Anmeldungen, Passwortänderungen und andere Ereignisse Ihres Kontos."}',
     true, true, true, 10),
    ('bookings',
     '{"en": "Bookings", "de": "Buchungen"}',
     '{"en": "Confirmations, changes and cancellations of your bookings.",
       "de": "Bestätigungen, Änderungen und Absagen Ihrer Buchungen."}',
     true, true, true, 20),
    ('favorites',
     '{"en": "Favorites", "de": "Favoriten"}',
     '{"en": "News about the activities that you saved.",
       "de": "Neuigkeiten zu den Aktivitäten, die Sie gespeichert haben."}',
     false, true, true, 30),
    ('offers',
     '{"en": "Offers", "de": "Angebote"}',
     '{"en": "Discounts and recommendations.",
       "de": "Rabatte und Empfehlungen."}',
     false, false, false, 40);
