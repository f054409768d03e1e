-- The privileges of the service's role, if the role that runs the migrations owns the tables. Run it as the owner, after the
-- first migration. Later tables get the same privileges.
--
-- The service can insert and read audit events but cannot change or delete them.
GRANT USAGE ON SCHEMA platform, users, companies, activities, access, audit TO stagedoor_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA platform, users, companies, activities, access TO stagedoor_service;
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA audit TO stagedoor_service;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA platform, users, companies, activities, access, audit TO stagedoor_service;

ALTER DEFAULT PRIVILEGES IN SCHEMA platform, users, companies, activities, access
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO stagedoor_service;
ALTER DEFAULT PRIVILEGES IN SCHEMA audit GRANT SELECT, INSERT ON TABLES TO stagedoor_service;
ALTER DEFAULT PRIVILEGES IN SCHEMA platform, users, companies, activities, access, audit
    GRANT USAGE ON SEQUENCES TO stagedoor_service;
