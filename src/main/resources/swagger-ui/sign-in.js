/** The access token of the last response with a session. It is only in memory. */
let accessToken = null;

/** Signs in with the session in a response. */
function signIn(response) {
  if (response.ok && response.body?.tokenType === 'Bearer') {
    accessToken = response.body.accessToken;
    authorize();
  }
  return response;
}

/** Swagger UI removes tokens when another document is selected. */
function authorize() {
  if (accessToken) {
    window.ui.preauthorizeApiKey('bearer', accessToken);
  }
}

