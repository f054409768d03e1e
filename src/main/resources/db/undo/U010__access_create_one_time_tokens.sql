DROP TABLE access.one_time_tokens;
