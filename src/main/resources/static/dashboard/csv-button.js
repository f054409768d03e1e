import { announce, element } from './dom.js';
import { download } from './download.js';
import { Failure } from './api.js';
import { failureText } from './failure-view.js';

/** A button that downloads the CSV at `path`. Shows failures at the top of its section. */
export class CsvButton {
  #session;
  #button;
  #failure;

  constructor(session, button, path, filename) {
    this.#session = session;
    this.#button = button;
    this.#failure = element('div', { class: 'failure', role: 'alert' });
    button.closest('section').querySelector('[data-failure]').before(this.#failure);
    button.addEventListener('click', () => this.#download(path(), filename()));
  }

  async #download(path, filename) {
    this.#failure.replaceChildren();
    this.#button.setAttribute('aria-busy', 'true');
    try {
      await download(this.#session, path, filename);
      announce(`${filename} downloaded`);
    } catch (failure) {
      this.#showFailure(failure);
    } finally {
      this.#button.removeAttribute('aria-busy');
    }
  }

  #showFailure(failure) {
    if (!(failure instanceof Failure)) {
      throw failure;
    }
    if (failure.status !== 401) {
      this.#failure.replaceChildren(...failureText(failure));
    }
  }
}
