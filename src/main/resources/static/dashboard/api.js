const API = new URL('../', document.baseURI);

/** What the service refused (RFC 9457), or what kept it from answering: then `status` is 0. */
export class Failure extends Error {
  constructor(status, problem, retryAfter) {
    super(problem.title);
    this.status = status;
    this.title = problem.title;
    this.detail = problem.detail ?? '';
    this.code = problem.code ?? '';
    this.faults = problem.errors ?? [];
    /** Seconds, or null. */
    this.retryAfter = retryAfter;
  }
}

/**
 * Calls the API with a path that is relative to its root. Gives the response when it is a good one, else throws a
 * Failure; when the signal aborted the call, its AbortError.
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
    throw new Failure(0, { title: 'The service is out of reach', detail: 'Check the connection, then try again.' }, null);
  }
}

async function failure(response) {
  const problem = await response.json().catch(() => ({ title: `The service answered ${response.status}` }));
  const seconds = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  return new Failure(response.status, problem, Number.isNaN(seconds) ? null : seconds);
}
