import { byId, choose, chosen, onChoice, setFault } from './dom.js';
import { lastDays } from './period.js';

/** The window that the figures are about: the last days, or any two ends. */
export class PeriodChoice {
  #dates = byId('dates');
  #from = byId('from');
  #to = byId('to');

  /** `changed` hears that `value` is another. */
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
    this.#dates.hidden = period !== 'other';
    if (period === 'other') {
      this.#refuse();
      this.#from.value = this.value.from;
      this.#to.value = this.value.to;
    } else {
      this.value = lastDays(Number(period));
      changed();
    }
  }

  #submit(changed) {
    this.#refuse();
    const { value: from } = this.#from;
    const { value: to } = this.#to;
    if (!from) {
      this.#refuse(this.#from, 'Enter the first day.');
    } else if (!to) {
      this.#refuse(this.#to, 'Enter the last day.');
    } else if (to < from) {
      this.#refuse(this.#to, 'The last day must not be before the first.');
    } else {
      this.value = { from, to };
      changed();
    }
  }

  #refuse(field, sentence) {
    setFault(this.#from, '');
    setFault(this.#to, '');
    if (field) {
      setFault(field, sentence);
      field.focus();
    }
  }

  /** The last days again, of today: the page may have been open over midnight. */
  renew() {
    const period = chosen('period');
    if (period !== 'other') {
      this.value = lastDays(Number(period));
    }
  }
}
