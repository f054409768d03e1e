import { byId, choose, chosen, onChoice, setError } from './dom.js';
import { lastDays } from './period.js';

/** The selected period: the last days, or a custom range. */
export class PeriodChoice {
  #dates = byId('dates');
  #from = byId('from');
  #to = byId('to');

  /** `changed` is called when `value` has changed. */
  constructor(changed) {
    onChoice('period', (period) => this.#show(period, changed));
    this.#dates.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit(changed);
    });
    this.reset();
  }

  reset() {
    choose('period', '30');
    this.#dates.hidden = true;
    this.value = lastDays(30);
  }

  #show(period, changed) {
    this.#dates.hidden = period !== 'custom';
    if (period === 'custom') {
      this.#showError();
      this.#from.value = this.value.from;
      this.#to.value = this.value.to;
    } else {
      this.value = lastDays(Number(period));
      changed();
    }
  }

  #submit(changed) {
    this.#showError();
    const { value: from } = this.#from;
    const { value: to } = this.#to;
    if (!from) {
      this.#showError(this.#from, 'Enter a start date.');
    } else if (!to) {
      this.#showError(this.#to, 'Enter an end date.');
    } else if (to < from) {
      this.#showError(this.#to, 'The end date must not be before the start date.');
    } else {
      this.value = { from, to };
      changed();
    }
  }

  #showError(field, sentence) {
    setError(this.#from, '');
    setError(this.#to, '');
    if (field) {
      setError(field, sentence);
      field.focus();
    }
  }

  /** Recomputes the last days, because the page may have been open over midnight. */
  renew() {
    const period = chosen('period');
    if (period !== 'custom') {
      this.value = lastDays(Number(period));
    }
  }
}
