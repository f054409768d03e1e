-- Nothing is lost: the days of the activities, of which these are the sums, stay.
DROP TABLE activities.favorite_company_days;
