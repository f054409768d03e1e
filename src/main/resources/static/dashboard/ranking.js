import { announce, byId, element } from './dom.js';
import { number } from './format.js';

const TYPES = { SLOT_BASED: 'By time slot', SERVICE: 'Service' };

/** The table of activities, ordered by favorites, with paging. */
export class Ranking {
  #rows = byId('activities');
  #more = byId('more');
  #empty = byId('ranking-empty');
  #table = byId('ranking-table');
  #most = 0;
  #choose;
  cursor = null;

  /** `choose` is called with the selected activity, `more` to load the next page. */
  constructor(choose, more) {
    this.#choose = choose;
    this.#more.addEventListener('click', more);
  }

  show(statistics, filtered) {
    this.clear();
    this.#empty.textContent = filtered
      ? 'The company has no activities of this type.'
      : 'The company has no activities yet.';
    this.#empty.hidden = statistics.items.length > 0;
    this.#table.hidden = statistics.items.length === 0;
    this.#most = statistics.items[0]?.favoritesCount ?? 0;
    this.#append(statistics);
    announce(`${number(this.#rows.children.length)} activities shown`);
  }

  /** Appends a page and focuses its first activity. */
  add(statistics) {
    const shown = this.#rows.children.length;
    this.#append(statistics);
    this.#rows.children[shown]?.querySelector('button').focus();
    announce(`${number(statistics.items.length)} more, ${number(this.#rows.children.length)} activities shown`);
  }

  clear() {
    this.#rows.replaceChildren();
    this.#more.hidden = true;
    this.cursor = null;
  }

  /** Marks the selected activity. Null means all activities. */
  mark(activityId) {
    for (const button of this.#rows.querySelectorAll('button')) {
      button.setAttribute('aria-pressed', String(button.dataset.activity === activityId));
    }
  }

  #append({ items, nextCursor }) {
    const shown = this.#rows.children.length;
    this.#rows.append(...items.map((item, index) => this.#row(item, shown + index + 1)));
    this.cursor = nextCursor;
    this.#more.hidden = nextCursor === null;
  }

  #row(item, rank) {
    const bar = element('span', { class: 'share', 'aria-hidden': 'true' });
    bar.style.setProperty('--share', this.#most > 0 ? item.favoritesCount / this.#most : 0);
    return element('tr', {},
      element('td', { class: 'rank' }, number(rank)),
      element('th', { scope: 'row' }, this.#button(item), element('span', { class: 'kind' }, TYPES[item.type]), bar),
      element('td', {}, number(item.favoritesCount)),
      element('td', {}, number(item.added)),
      element('td', {}, number(item.removed)));
  }

  #button(item) {
    const button = element('button', { type: 'button', class: 'title', 'aria-pressed': 'false' }, item.title);
    button.dataset.activity = item.activityId;
    button.addEventListener('click', () => this.#choose({ id: item.activityId, title: item.title }));
    return button;
  }
}
