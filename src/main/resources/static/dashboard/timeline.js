import { announce, byId, element } from './dom.js';
import { number, point } from './format.js';
import { Plots } from './chart.js';

const POINTS = { day: 'Day', week: 'Week', month: 'Month' };

/** How favorites came and went: a chart, and the same figures as a table. */
export class Timeline {
  #chart = byId('chart');
  #rows = byId('points');
  #readout = byId('readout');
  #plots = new Plots(this.#chart, (index) => this.#read(index));
  #timeline = null;

  show(timeline) {
    this.#timeline = timeline;
    const isEmpty = timeline.points.every((each) => each.favoritesCount + each.added + each.removed === 0);
    byId('timeline-empty').hidden = !isEmpty;
    this.#chart.hidden = isEmpty;
    byId('timeline-point').textContent = POINTS[timeline.interval];
    this.#rows.replaceChildren(...timeline.points.map((each) => row(each, timeline.interval)));
    byId('plots').setAttribute('aria-label', inWords(timeline.points));
    this.#plots.show(timeline);
    this.#read(null);
    announce('Timeline shown');
  }

  clear() {
    this.#timeline = null;
    this.#rows.replaceChildren();
    this.#readout.replaceChildren();
    byId('plots').setAttribute('aria-label', 'No chart');
    this.#plots.clear();
  }

  /** Writes the figures of a point above the chart; without one, those of the last. */
  #read(index) {
    if (this.#timeline) {
      const each = this.#timeline.points.at(index ?? -1);
      this.#readout.replaceChildren(
        element('span', { class: 'when' }, point(each.date, this.#timeline.interval)),
        figure('standing', 'Standing', each.favoritesCount),
        figure('saved', 'Saved', each.added),
        figure('taken-back', 'Taken back', each.removed));
    }
  }
}

function figure(kind, name, value) {
  return element('span', { class: `key ${kind}` }, `${name} `, element('strong', {}, number(value)));
}

function row(each, interval) {
  return element('tr', {},
    element('th', { scope: 'row' }, point(each.date, interval)),
    element('td', {}, number(each.added)),
    element('td', {}, number(each.removed)),
    element('td', {}, number(each.favoritesCount)));
}

/** The chart for those who do not see it. */
function inWords(points) {
  const sum = (name) => number(points.reduce((total, each) => total + each[name], 0));
  const before = points[0].favoritesCount - points[0].added + points[0].removed;
  return `Chart: ${number(before)} favorites stood before, ${number(points.at(-1).favoritesCount)} at the end;`
    + ` ${sum('added')} were saved and ${sum('removed')} taken back. The table has every figure.`;
}
