DROP TABLE users.notification_consents;
DROP TABLE users.notification_choices;
DROP TABLE users.notification_categories;
