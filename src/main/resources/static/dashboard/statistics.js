/** The API requests of the dashboard. `scope` contains companyId, from and to. */

const PAGE = 20;

/** Reads a page of activities with the totals of the company. Without a cursor, reads the first page. */
export function readStatistics(session, scope, { type, cursor, signal }) {
  return readJson(session, query('analytics/favorites', { ...scope, type, cursor, limit: PAGE }), signal);
}

export function readTimeline(session, scope, { interval, activityId, signal }) {
  return readJson(session, query('analytics/favorites/timeline', { ...scope, interval, activityId }), signal);
}

export const activitiesCsv = (scope, { type }) => query('analytics/favorites', { ...scope, type });

export const timelineCsv = (scope, { interval, activityId }) =>
  query('analytics/favorites/timeline', { ...scope, interval, activityId });

/** Returns the path with all non-empty parameters. */
function query(path, parameters) {
  const chosen = Object.entries(parameters).filter(([, value]) => value);
  return `${path}?${new URLSearchParams(chosen)}`;
}

async function readJson(session, path, signal) {
  const response = await session.call(path, { signal });
  return response.json();
}
