import { byId } from '../dashboard/dom.js';
import { Session } from '../dashboard/session.js';
import { SignIn } from '../dashboard/sign-in.js';
import { Preferences } from './preferences.js';

const session = new Session();
const signIn = new SignIn(session);
const preferences = new Preferences(session);

session.addEventListener('began', () => {
  signIn.hide();
  byId('account').hidden = false;
  byId('who').textContent = session.user.email;
  preferences.show();
});

session.addEventListener('ended', ({ detail }) => {
  byId('account').hidden = true;
  byId('who').textContent = '';
  preferences.hide();
  signIn.show(detail);
});

byId('sign-out').addEventListener('click', () => session.signOut());
signIn.show('');
