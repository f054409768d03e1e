DROP TABLE audit.audit_events;
DROP SCHEMA audit;
