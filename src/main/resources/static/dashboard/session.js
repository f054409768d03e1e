import { call, Failure } from './api.js';

/**
* The session of the user. The tokens are only in memory, so a reload requires signing in again. Fires `began`, and
* `ended` with a message for the user as its detail.
*/
export class Session extends EventTarget {
  #accessToken = null;
  #refreshToken = null;
  #pendingRefresh = null;
  user = null;

  async signIn(email, password) {
    this.#store(await call('auth/login', { method: 'POST', body: { email, password } }).then((response) => response.json()));
    this.dispatchEvent(new Event('began'));
  }

  /** Signs out on this page even if the request fails. */
  async signOut() {
    const refreshToken = this.#refreshToken;
    this.#end('You are signed out.');
    await call('auth/logout', { method: 'POST', body: { refreshToken } }).catch(() => {});
  }

  async readUser() {
    this.user = await this.call('me').then((response) => response.json());
  }

  /** Calls the API with the access token. Refreshes an expired token once. */
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
      await this.#refreshOnce();
    }
    return this.#retry(path, options);
  }

  async #retry(path, options) {
    try {
      return await call(path, { ...options, token: this.#accessToken });
    } catch (failure) {
      this.#endIfUnauthorized(failure);
      throw failure;
    }
  }

  /** Concurrent requests share one refresh, because a refresh token can be used once. */
  #refreshOnce() {
    this.#pendingRefresh ??= this.#refresh().finally(() => {
      this.#pendingRefresh = null;
    });
    return this.#pendingRefresh;
  }

  async #refresh() {
    const refreshToken = this.#refreshToken;
    try {
      const response = await call('auth/refresh', { method: 'POST', body: { refreshToken } });
      const session = await response.json();
      if (refreshToken === this.#refreshToken) {
        this.#store(session);
      }
    } catch (failure) {
      this.#endIfUnauthorized(failure);
      throw failure;
    }
  }

  #store(session) {
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
