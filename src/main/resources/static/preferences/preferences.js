import { announce, byId, element } from '../dashboard/dom.js';
import { Panel } from '../dashboard/panel.js';

const PATH = 'me/notification-preferences';
const FLAGS = ['notificationsEnabled', 'pushEnabled', 'emailEnabled'];
const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const CHANNELS = ['PUSH', 'EMAIL'];

const REASONS = {
  'no-destination': 'no device is registered',
  'mandatory': 'the category is mandatory',
  'master-off': 'all notifications are off',
  'channel-off': 'the channel is off',
  'category-off': 'the category is off',
  'email-unverified': 'the email address is not verified',
  'snoozed': 'notifications are snoozed',
  'quiet-hours': 'quiet hours',
  'allowed': '',
};

/** The notification preferences of the user. Each change is saved immediately. */
export class Preferences {
  #session;
  #section = byId('preferences');
  #panel = new Panel(this.#section);

  constructor(session) {
    this.#session = session;
    FLAGS.forEach((flag) => byId(flag).addEventListener('change', ({ target }) => this.#save({ [flag]: target.checked })));
    byId('quiet-form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#save({ quietHours: { windows: [{ days: DAYS, from: byId('from').value, to: byId('to').value }] } });
    });
    byId('remove-quiet').addEventListener('click', () => this.#save({ quietHours: null }));
    byId('wake').addEventListener('click', () => this.#save({ snoozedUntil: null }));
    for (const button of this.#section.querySelectorAll('[data-hours]')) {
      button.addEventListener('click', () => this.#save({ snoozedUntil: later(Number(button.dataset.hours)) }));
    }
  }

  show() {
    document.title = 'Notifications · Stagedoor';
    this.#section.hidden = false;
    this.#panel.blank();
    byId('title').focus();
    this.#load({});
  }

  hide() {
    this.#section.hidden = true;
    this.#panel.clear();
  }

  #save(change) {
    this.#load({ method: 'PATCH', body: change });
  }

  #load(request) {
    this.#panel.run(async (signal) => {
      const preferences = await this.#read(PATH, { ...request, signal });
      const effects = await this.#effects(preferences.categories, signal);
      return { preferences, effects };
    }, ({ preferences, effects }) => {
      this.#showPreferences(preferences);
      showEffects(effects);
      announce(request.body ? 'Saved' : '');
    });
  }

  async #read(path, options) {
    return (await this.#session.call(path, options)).json();
  }

  #effects(categories, signal) {
    return Promise.all(categories.map(async ({ key, name }) => ({
      name,
      decisions: await Promise.all(CHANNELS.map((channel) =>
        this.#read(`${PATH}/decision?category=${key}&channel=${channel}`, { signal }))),
    })));
  }

  #showPreferences(preferences) {
    FLAGS.forEach((flag) => {
      byId(flag).checked = preferences[flag];
    });
    this.#showCategories(preferences.categories);
    byId('timezone').textContent = preferences.timezone;
    byId('windows').replaceChildren(...(preferences.quietHours?.windows ?? []).map(({ days, from, to }) =>
      element('li', {}, `${days.length === DAYS.length ? 'Every day' : days.map(dayName).join(', ')}, ${from} to ${to}`)));
    byId('snoozed').textContent = preferences.snoozedUntil ? `Until ${time(preferences.snoozedUntil)}` : 'Off';
  }

  /** Updates existing check boxes, so that a change does not move the focus. */
  #showCategories(categories) {
    const rows = byId('categories');
    const keys = categories.map(({ key }) => key).join();
    if (rows.dataset.keys !== keys) {
      rows.dataset.keys = keys;
      rows.replaceChildren(...categories.map((category) => this.#row(category)));
    }
    for (const category of categories) {
      for (const channel of ['push', 'email']) {
        byId(`${category.key}-${channel}`).checked = category[channel];
      }
    }
  }

  #row(category) {
    const boxes = ['push', 'email'].map((channel) => element('td', {}, this.#box(category, channel)));
    return element('tr', {}, element('th', { scope: 'row' }, category.name, element('p', { class: 'quiet' }, category.description)), ...boxes);
  }

  #box({ key, name, mandatory }, channel) {
    const box = element('input', { type: 'checkbox', id: `${key}-${channel}`, 'aria-label': `${name}: ${channel}` });
    box.disabled = mandatory;
    box.addEventListener('change', () => this.#save({ categories: { [key]: { [channel]: box.checked } } }));
    return box;
  }
}

function showEffects(effects) {
  byId('effects').replaceChildren(...effects.map(({ name, decisions }) =>
    element('tr', {}, element('th', { scope: 'row' }, name), ...decisions.map((decision) => element('td', {}, effect(decision))))));
}

function effect({ decision, rule, until }) {
  const outcome = { SEND: 'sent', HOLD: `held until ${time(until)}`, DROP: 'not sent' }[decision];
  const reason = REASONS[rule] ?? rule;
  return reason ? `${outcome}: ${reason}` : outcome;
}

const later = (hours) => new Date(Date.now() + hours * 3_600_000).toISOString();
const time = (instant) => new Date(instant).toLocaleString('en', { weekday: 'short', hour: '2-digit', minute: '2-digit' });
const dayName = (day) => day.charAt(0) + day.slice(1).toLowerCase();
