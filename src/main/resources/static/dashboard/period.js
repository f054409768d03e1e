/** Windows of UTC days, both ends inclusive, written as the API does. */

const DAY = 86_400_000;

/** The last days up to today. */
export function lastDays(number) {
  const today = Date.now();
  return { from: day(today - (number - 1) * DAY), to: day(today) };
}

/** How long a point of a timeline should last, so that there are not too many. */
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
