import { byId, element } from './dom.js';
import { change, number, percent, range } from './format.js';

/** The company's sums, each beside the window of the same length before. */
export function showTotals({ totals, previous }) {
  const before = range(previous.from, previous.to);
  const net = totals.added - totals.removed;
  byId('totals').replaceChildren(
    card('Standing now', number(totals.favoritesCount), 'favorites of all activities'),
    card('Saved', number(totals.added), comparison(totals.added, previous.added, before)),
    card('Taken back', number(totals.removed), comparison(totals.removed, previous.removed, before)),
    card('Net', change(net), comparison(net, previous.added - previous.removed, before, change)),
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
    ` against ${write(then)} in `,
    element('span', { class: 'together' }, before));
}
