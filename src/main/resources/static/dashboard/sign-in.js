import { Failure } from './api.js';
import { byId, setFault } from './dom.js';
import { failureText } from './failure-view.js';

/** The form at the beginning, and whenever a session has ended. */
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

  /** `message` says why the person is here; it may be empty. */
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
    this.#refuse();
  }

  #refuse(...sentences) {
    this.#failure.replaceChildren(...sentences);
    setFault(this.#email, '');
    setFault(this.#password, '');
  }

  async #submit() {
    this.#refuse();
    if (!this.#isComplete()) {
      return;
    }
    this.#form.setAttribute('aria-busy', 'true');
    try {
      await this.#session.signIn(this.#email.value, this.#password.value);
    } catch (failure) {
      this.#tell(failure);
    } finally {
      this.#form.removeAttribute('aria-busy');
    }
  }

  #isComplete() {
    const missing = [this.#email, this.#password].filter((field) => !field.value);
    missing.forEach((field) => setFault(field, `Enter your ${field.name}.`));
    missing[0]?.focus();
    return missing.length === 0;
  }

  #tell(failure) {
    if (!(failure instanceof Failure)) {
      throw failure;
    }
    this.#refuse(...failureText(failure));
    for (const fault of failure.faults) {
      setFault(byId(fault.field), fault.message);
    }
    this.#password.select();
    this.#password.focus();
  }
}
