/** The access token of the session that a call of this page answered with last; it is kept nowhere else. */
let accessToken = null;

/** Whoever executes a call that answers with a session is signed in with it. */
function signIn(response) {
  if (response.ok && response.body?.tokenType === 'Bearer') {
    accessToken = response.body.accessToken;
    authorize();
  }
  return response;
}

/** Swagger UI forgets tokens when another document is chosen. */
function authorize() {
  if (accessToken) {
    window.ui.preauthorizeApiKey('bearer', accessToken);
  }
}

