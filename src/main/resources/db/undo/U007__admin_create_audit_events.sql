DROP TABLE audit.audit_events;
