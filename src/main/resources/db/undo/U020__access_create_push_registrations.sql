DROP TABLE access.push_registrations;
