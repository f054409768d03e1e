/** Formats numbers and dates in the language of the browser. Days are in UTC, like in the API. */

const languages = navigator.languages;
const whole = new Intl.NumberFormat(languages);
const signed = new Intl.NumberFormat(languages, { signDisplay: 'exceptZero' });
const compact = new Intl.NumberFormat(languages, { notation: 'compact' });
const share = new Intl.NumberFormat(languages, { style: 'percent', signDisplay: 'exceptZero', maximumFractionDigits: 0 });
const days = new Intl.DateTimeFormat(languages, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const shortDays = new Intl.DateTimeFormat(languages, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const months = new Intl.DateTimeFormat(languages, { month: 'long', year: 'numeric', timeZone: 'UTC' });
const shortMonths = new Intl.DateTimeFormat(languages, { month: 'short', year: '2-digit', timeZone: 'UTC' });

export const number = (value) => whole.format(value);
export const change = (value) => signed.format(value);
export const shortNumber = (value) => compact.format(value);
export const percent = (value) => share.format(value);

/** Formats two days of the form `2026-11-21`. */
export const range = (from, to) => days.formatRange(utc(from), utc(to));

export function utc(day) {
  return new Date(`${day}T00:00:00Z`);
}

/** Formats the label of a timeline point that starts on a day. */
export function point(day, interval) {
  switch (interval) {
    case 'month': return months.format(utc(day));
    case 'week': return `Week of ${days.format(utc(day))}`;
    default: return days.format(utc(day));
  }
}

export function tick(moment, interval) {
  return (interval === 'month' ? shortMonths : shortDays).format(moment);
}

/** `in 42 seconds`, `in 15 minutes`. */
export function wait(seconds) {
  const inMinutes = seconds >= 120;
  const unit = inMinutes ? 'minute' : 'second';
  return new Intl.RelativeTimeFormat('en').format(inMinutes ? Math.ceil(seconds / 60) : seconds, unit);
}
