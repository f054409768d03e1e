import { call, Failure } from './api.js';

/**
 * Who is signed in. The tokens are kept here and nowhere else, so a reload signs in anew. Fires `began`, and `ended`
 * with a sentence for the person as its detail.
 */
export class Session extends EventTarget {
  #accessToken = null;
  #refreshToken = null;
  #renewal = null;
  user = null;

  async signIn(email, password) {
    this.#take(await call('auth/login', { method: 'POST', body: { email, password } }).then((answer) => answer.json()));
    this.dispatchEvent(new Event('began'));
  }

  /** Ends it on this page even when the service does not hear of it. */
  async signOut() {
    const refreshToken = this.#refreshToken;
    this.#end('You are signed out.');
    await call('auth/logout', { method: 'POST', body: { refreshToken } }).catch(() => {});
  }

  async readUser() {
    this.user = await this.call('me').then((answer) => answer.json());
  }

  /** As the API's `call`, with the access token; one that is refused is renewed once. */
  async call(path, options = {}) {
    const token = this.#accessToken;
    try {
      return await call(path, { ...options, token });
    } catch (failure) {
      if (!isUnauthorized(failure) || !this.#refreshToken) {
        throw failure;
      }
    }
    if (token === this.#accessToken) {
      await this.#renew();
    }
    return this.#again(path, options);
  }

  async #again(path, options) {
    try {
      return await call(path, { ...options, token: this.#accessToken });
    } catch (failure) {
      this.#endIfUnauthorized(failure);
      throw failure;
    }
  }

  /** Calls that are refused at the same time share one renewal: each refresh token works once. */
  #renew() {
    this.#renewal ??= this.#refresh().finally(() => {
      this.#renewal = null;
    });
    return this.#renewal;
  }

  async #refresh() {
    const refreshToken = this.#refreshToken;
    try {
      const answer = await call('auth/refresh', { method: 'POST', body: { refreshToken } });
      const session = await answer.json();
      if (refreshToken === this.#refreshToken) {
        this.#take(session);
      }
    } catch (failure) {
      this.#endIfUnauthorized(failure);
      throw failure;
    }
  }

  #take(session) {
    this.#accessToken = session.accessToken;
    this.#refreshToken = session.refreshToken;
    this.user = session.user;
  }

  #endIfUnauthorized(failure) {
    if (isUnauthorized(failure) && this.#refreshToken) {
      this.#end('Your session has ended. Sign in again.');
    }
  }

  #end(message) {
    this.#accessToken = null;
    this.#refreshToken = null;
    this.user = null;
    this.dispatchEvent(new CustomEvent('ended', { detail: message }));
  }
}

function isUnauthorized(failure) {
  return failure instanceof Failure && failure.status === 401;
}
