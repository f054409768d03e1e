import { Failure } from './api.js';
import { announce } from './dom.js';
import { failureText, retryButton } from './failure-view.js';

/** A section that loads its content. A new load cancels the previous one. Failures can be retried. */
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

  /** Calls `load` with an AbortSignal, and `show` with its result. */
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

  /** Cancels loading and removes a failure. */
  clear() {
    this.#stop();
    this.#ready();
  }

  /** Hides the content until the next load completes. */
  blank() {
    this.#content.hidden = true;
  }

  /** Cancels the current load. */
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
