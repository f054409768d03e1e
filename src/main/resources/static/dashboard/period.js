/** Ranges of UTC days, both ends inclusive, in the format of the API. */

const DAY = 86_400_000;

/** Returns the last days, including today. */
export function lastDays(count) {
  const today = Date.now();
  return { from: day(today - (count - 1) * DAY), to: day(today) };
}

/** Returns the shortest interval that results in at most about 115 points. */
export function fittingInterval({ from, to }) {
  const days = (Date.parse(to) - Date.parse(from)) / DAY + 1;
  if (days <= 100) {
    return 'day';
  }
  return days <= 800 ? 'week' : 'month';
}

function day(moment) {
  return new Date(moment).toISOString().slice(0, 10);
}
