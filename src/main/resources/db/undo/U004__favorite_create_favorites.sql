DROP TABLE activities.favorite_removals;
DROP TABLE activities.user_activity_favorites;
