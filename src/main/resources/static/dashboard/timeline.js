import { announce, byId, element } from './dom.js';
import { number, point } from './format.js';
import { Plots } from './chart.js';

const POINTS = { day: 'Day', week: 'Week', month: 'Month' };

/** The timeline of favorites as a chart and a table. */
export class Timeline {
  #chart = byId('chart');
  #rows = byId('points');
  #readout = byId('readout');
  #plots = new Plots(this.#chart, (index) => this.#showPoint(index));
  #timeline = null;

  show(timeline) {
    this.#timeline = timeline;
    const isEmpty = timeline.points.every((each) => each.favoritesCount + each.added + each.removed === 0);
    byId('timeline-empty').hidden = !isEmpty;
    this.#chart.hidden = isEmpty;
    byId('timeline-point').textContent = POINTS[timeline.interval];
    this.#rows.replaceChildren(...timeline.points.map((each) => row(each, timeline.interval)));
    byId('plots').setAttribute('aria-label', summary(timeline.points));
    this.#plots.show(timeline);
    this.#showPoint(null);
    announce('Trend loaded');
  }

  clear() {
    this.#timeline = null;
    this.#rows.replaceChildren();
    this.#readout.replaceChildren();
    byId('plots').setAttribute('aria-label', 'No chart');
    this.#plots.clear();
  }

  /** Shows the values of a point above the chart, by default of the last one. */
  #showPoint(index) {
    if (this.#timeline) {
      const each = this.#timeline.points.at(index ?? -1);
      this.#readout.replaceChildren(
        element('span', { class: 'when' }, point(each.date, this.#timeline.interval)),
        value('favorites', 'Favorites', each.favoritesCount),
        value('added', 'Added', each.added),
        value('removed', 'Removed', each.removed));
    }
  }
}

function value(kind, name, count) {
return element('span', { class: `key ${kind}` }, `${name} `, element('strong', {}, number(count)));
}

function row(each, interval) {
  return element('tr', {},
    element('th', { scope: 'row' }, point(each.date, interval)),
    element('td', {}, number(each.added)),
    element('td', {}, number(each.removed)),
    element('td', {}, number(each.favoritesCount)));
}

/** A text alternative of the chart. */
function summary(points) {
  const sum = (name) => number(points.reduce((total, each) => total + each[name], 0));
  const before = points[0].favoritesCount - points[0].added + points[0].removed;
  return `Chart: ${number(before)} favorites at the start, ${number(points.at(-1).favoritesCount)} at the end,`
  + ` ${sum('added')} added, ${sum('removed')} removed. The table contains all values.`;
}
