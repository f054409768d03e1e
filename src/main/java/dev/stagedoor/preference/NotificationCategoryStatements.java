package dev.stagedoor.preference;

/** Statements on categories that JPQL does not support. */
interface NotificationCategoryStatements {

    /** Returns false if a category with the key exists, also if a concurrent transaction inserted it. */
    boolean insertIfAbsent(NotificationCategoryDto category);
}
