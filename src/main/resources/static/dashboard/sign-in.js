import { Failure } from './api.js';
import { byId, setError } from './dom.js';
import { failureText } from './failure-view.js';

/** The sign-in form, shown initially and after a session has ended. */
export class SignIn {
  #session;
  #section = byId('sign-in');
  #form = byId('sign-in-form');
  #email = byId('email');
  #password = byId('password');
  #failure = byId('sign-in-failure');
  #notice = byId('sign-in-notice');

  constructor(session) {
    this.#session = session;
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
  }

  /** `message` explains why the session ended. It may be empty. */
  show(message) {
    document.title = 'Sign in · Stagedoor';
    this.#clear();
    this.#section.hidden = false;
    this.#notice.textContent = message;
    (this.#email.value ? this.#password : this.#email).focus();
  }

  hide() {
    this.#section.hidden = true;
    this.#clear();
  }

  #clear() {
    this.#password.value = '';
    this.#notice.textContent = '';
    this.#showMessages();
  }

  #showMessages(...sentences) {
    this.#failure.replaceChildren(...sentences);
    setError(this.#email, '');
    setError(this.#password, '');
  }

  async #submit() {
    this.#showMessages();
    if (!this.#isComplete()) {
      return;
    }
    this.#form.setAttribute('aria-busy', 'true');
    try {
      await this.#session.signIn(this.#email.value, this.#password.value);
    } catch (failure) {
      this.#showFailure(failure);
    } finally {
      this.#form.removeAttribute('aria-busy');
    }
  }

  #isComplete() {
    const missing = [this.#email, this.#password].filter((field) => !field.value);
    missing.forEach((field) => setError(field, `Enter your ${field.name}.`));
    missing[0]?.focus();
    return missing.length === 0;
  }

  #showFailure(failure) {
    if (!(failure instanceof Failure)) {
      throw failure;
    }
    this.#showMessages(...failureText(failure));
    for (const error of failure.errors) {
      setError(byId(error.field), error.message);
    }
    this.#password.select();
    this.#password.focus();
  }
}
