/** The three questions that the dashboard asks of the API. `scope` has companyId, from and to. */

const PAGE = 20;

/** A page of activities with the company's totals; without a cursor, the first. */
export function readFigures(session, scope, { type, cursor, signal }) {
  return readJson(session, query('analytics/favorites', { ...scope, type, cursor, limit: PAGE }), signal);
}

export function readTimeline(session, scope, { interval, activityId, signal }) {
  return readJson(session, query('analytics/favorites/timeline', { ...scope, interval, activityId }), signal);
}

export const figuresCsv = (scope, { type }) => query('analytics/favorites', { ...scope, type });

export const timelineCsv = (scope, { interval, activityId }) =>
  query('analytics/favorites/timeline', { ...scope, interval, activityId });

/** The path with what was chosen; what is empty is left out. */
function query(path, parameters) {
  const chosen = Object.entries(parameters).filter(([, value]) => value);
  return `${path}?${new URLSearchParams(chosen)}`;
}

async function readJson(session, path, signal) {
  const answer = await session.call(path, { signal });
  return answer.json();
}
