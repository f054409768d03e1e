-- Numbers per company and UTC day, summed over the current activities of the company. If an activity moves to another
-- company, its numbers move too.
CREATE TABLE activities.favorite_company_days (
    company_id uuid   NOT NULL,
    day        date   NOT NULL,
    added      bigint NOT NULL,
    removed    bigint NOT NULL,
    CONSTRAINT favorite_company_days_pkey PRIMARY KEY (company_id, day),
    CONSTRAINT favorite_company_days_company_id_fkey
        FOREIGN KEY (company_id) REFERENCES companies.companies (id) ON DELETE CASCADE
);

INSERT INTO activities.favorite_company_days (company_id, day, added, removed)
SELECT a.company_id, d.day, sum(d.added), sum(d.removed)
FROM (SELECT activity_id, day, added - lag(added, 1, 0::bigint) OVER one AS added,
             removed - lag(removed, 1, 0::bigint) OVER one AS removed
      FROM activities.favorite_days WINDOW one AS (PARTITION BY activity_id ORDER BY day)) AS d
JOIN activities.activities a ON a.id = d.activity_id
GROUP BY a.company_id, d.day;
