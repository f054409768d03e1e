/** Whoever executes a call that answers with a session is signed in with it, for all documents of this page. */
function signIn(response) {
  if (response.ok && response.body?.tokenType === 'Bearer') {
    window.ui.preauthorizeApiKey('bearer', response.body.accessToken);
  }
  return response;
}

