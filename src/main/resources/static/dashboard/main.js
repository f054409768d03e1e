import { byId } from './dom.js';
import { Dashboard } from './dashboard.js';
import { Session } from './session.js';
import { SignIn } from './sign-in.js';

const session = new Session();
const signIn = new SignIn(session);
const dashboard = new Dashboard(session);

session.addEventListener('began', () => {
  signIn.hide();
  byId('account').hidden = false;
  byId('who').textContent = session.user.email;
  dashboard.show(session.user);
});

session.addEventListener('ended', ({ detail }) => {
  byId('account').hidden = true;
  byId('who').textContent = '';
  dashboard.hide();
  signIn.show(detail);
});

byId('sign-out').addEventListener('click', () => session.signOut());
signIn.show('');
