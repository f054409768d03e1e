package dev.stagedoor.browse;

import dev.stagedoor.catalog.ActivityType;
import java.util.UUID;

/**
 * Filter and order of a list of activities.
 *
 * @param search    part of the title, in any case, with or without accents; null for all
 * @param type      null for all types
 * @param companyId null for all companies
 */
public record ActivityFilter(String search, ActivityType type, UUID companyId, ActivitySort sort) {}
