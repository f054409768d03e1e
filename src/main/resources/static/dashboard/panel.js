import { Failure } from './api.js';
import { announce } from './dom.js';
import { failureText, retryButton } from './failure-view.js';

/** A part of the page that loads what it shows. Only its last load counts; one that fails offers to be tried again. */
export class Panel {
  #section;
  #failure;
  #content;
  #loading = new AbortController();

  constructor(section) {
    this.#section = section;
    this.#failure = section.querySelector(':scope > [data-failure]');
    this.#content = section.querySelector(':scope > [data-content]');
  }

  /** `load` gets an AbortSignal; what it gives is handed to `show`. */
  async run(load, show) {
    this.#stop();
    const { signal } = this.#loading;
    this.#section.setAttribute('aria-busy', 'true');
    announce('Loading');
    try {
      const loaded = await load(signal);
      if (!signal.aborted) {
        this.#ready();
        show(loaded);
      }
    } catch (failure) {
      if (!signal.aborted) {
        this.#fail(failure, () => this.run(load, show));
      }
    }
  }

  get isLoading() {
    return this.#section.hasAttribute('aria-busy');
  }

  /** As if nothing had gone wrong here yet. */
  clear() {
    this.#stop();
    this.#ready();
  }

  /** Hides what was shown, until there is something new. */
  blank() {
    this.#content.hidden = true;
  }

  /** Forgets what is under way. */
  #stop() {
    this.#loading.abort();
    this.#loading = new AbortController();
    this.#section.removeAttribute('aria-busy');
  }

  #ready() {
    this.#section.removeAttribute('aria-busy');
    this.#failure.hidden = true;
    this.#failure.replaceChildren();
    this.#content.hidden = false;
  }

  #fail(failure, retry) {
    if (!(failure instanceof Failure)) {
      throw failure;
    }
    this.#section.removeAttribute('aria-busy');
    this.#content.hidden = true;
    this.#failure.hidden = false;
    this.#failure.replaceChildren(...failureText(failure), retryButton(failure, retry));
    announce('');
  }
}
