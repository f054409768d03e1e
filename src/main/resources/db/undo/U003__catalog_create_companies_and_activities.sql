DROP TABLE activities.activities;
DROP TABLE companies.company_members;
DROP TABLE companies.companies;
