DROP TABLE activities.activities;
DROP TABLE companies.company_members;
DROP TABLE companies.companies;
DROP SCHEMA activities;
DROP SCHEMA companies;
