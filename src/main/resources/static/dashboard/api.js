const API = new URL('../', document.baseURI);

/** A failed request: a problem of the service (RFC 9457), or a network failure with the status 0. */
export class Failure extends Error {
  constructor(status, problem, retryAfter) {
    super(problem.title);
    this.status = status;
    this.title = problem.title;
    this.detail = problem.detail ?? '';
    this.code = problem.code ?? '';
    this.errors = problem.errors ?? [];
    /** In seconds, or null. */
    this.retryAfter = retryAfter;
  }
}

/**
* Calls the API with a path relative to its root and returns a successful response. Throws a Failure, or an AbortError
* if the signal aborted the request.
*/
export async function call(path, { method = 'GET', body, token, accept = 'application/json', signal } = {}) {
  const headers = { Accept: accept };
  if (token) {
    headers.Authorization = `Bearer ${token}`;
  }
  if (body) {
    headers['Content-Type'] = 'application/json';
  }
  const response = await send(new URL(path, API), {
    method, headers, signal, body: body && JSON.stringify(body), credentials: 'omit', cache: 'no-store',
  });
  if (!response.ok) {
    throw await failure(response);
  }
  return response;
}

async function send(url, request) {
  try {
    return await fetch(url, request);
  } catch (error) {
    if (request.signal?.aborted) {
      throw error;
    }
    throw new Failure(0, { title: 'Cannot reach the service', detail: 'Check your connection and try again.' }, null);
  }
}

async function failure(response) {
  const problem = await response.json().catch(() => ({ title: `The service returned ${response.status}` }));
  const seconds = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  return new Failure(response.status, problem, Number.isNaN(seconds) ? null : seconds);
}
