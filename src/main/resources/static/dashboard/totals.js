import { byId, element } from './dom.js';
import { change, number, percent, range } from './format.js';

/** Shows the totals of the company and their change from the previous period of the same length. */
export function showTotals({ totals, previous }) {
  const before = range(previous.from, previous.to);
  const net = totals.added - totals.removed;
  byId('totals').replaceChildren(
    card('Favorites now', number(totals.favoritesCount), 'across all activities'),
    card('Added', number(totals.added), comparison(totals.added, previous.added, before)),
    card('Removed', number(totals.removed), comparison(totals.removed, previous.removed, before)),
    card('Net change', change(net), comparison(net, previous.added - previous.removed, before, change)),
  );
}

function card(name, value, ...notes) {
  return element('div', { class: 'total' },
    element('dt', {}, name),
    element('dd', { class: 'value' }, value),
    element('dd', { class: 'quiet' }, ...notes));
}

function comparison(now, then, before, write = number) {
  const difference = now - then;
  const rate = then > 0 ? ` (${percent(difference / then)})` : '';
  return element('span', {},
    element('strong', { class: 'change' }, difference === 0 ? 'No change' : `${change(difference)}${rate}`),
    ` vs. ${write(then)} in `,
    element('span', { class: 'together' }, before));
}
