import { announce, byId, element } from './dom.js';
import { number } from './format.js';

const TYPES = { SLOT_BASED: 'By time slot', SERVICE: 'Service' };

/** The activities, most favorited first, a page at a time. */
export class Ranking {
  #rows = byId('activities');
  #more = byId('more');
  #empty = byId('ranking-empty');
  #table = byId('ranking-table');
  #most = 0;
  #choose;
  cursor = null;

  /** `choose` hears of the activity whose timeline is asked for, `more` that there should be more of them. */
  constructor(choose, more) {
    this.#choose = choose;
    this.#more.addEventListener('click', more);
  }

  show(figures, filtered) {
    this.clear();
    this.#empty.textContent = filtered
      ? 'The company has no activities of this type.'
      : 'The company has no activities yet. Once the catalog has some, they are listed here.';
    this.#empty.hidden = figures.items.length > 0;
    this.#table.hidden = figures.items.length === 0;
    this.#most = figures.items[0]?.favoritesCount ?? 0;
    this.#append(figures);
    announce(`${number(this.#rows.children.length)} activities shown`);
  }

  /** The next page; the keyboard goes on with its first activity. */
  add(figures) {
    const shown = this.#rows.children.length;
    this.#append(figures);
    this.#rows.children[shown]?.querySelector('button').focus();
    announce(`${number(figures.items.length)} more, ${number(this.#rows.children.length)} activities shown`);
  }

  clear() {
    this.#rows.replaceChildren();
    this.#more.hidden = true;
    this.cursor = null;
  }

  /** Marks whose timeline is shown; null is the whole company. */
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
