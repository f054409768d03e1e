-- No data is lost: the numbers are sums over favorite_days.
DROP TABLE activities.favorite_company_days;
