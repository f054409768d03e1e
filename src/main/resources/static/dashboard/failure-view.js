import { element } from './dom.js';
import { wait } from './format.js';

/** What went wrong, in the service's words, and when to try again. */
export function failureText(failure) {
  const sentences = [element('p', { class: 'failure-title' }, failure.title)];
  const detail = [failure.detail, again(failure)].filter(Boolean).join(' ');
  return detail ? [...sentences, element('p', {}, detail)] : sentences;
}

/** A button that works as soon as the service said that it may. */
export function retryButton(failure, retry) {
  const button = element('button', { type: 'button' }, 'Try again');
  button.addEventListener('click', retry);
  if (failure.retryAfter) {
    button.disabled = true;
    setTimeout(() => {
      button.disabled = false;
    }, failure.retryAfter * 1000);
  }
  return button;
}

function again(failure) {
  return failure.retryAfter ? `You can try again ${wait(failure.retryAfter)}.` : '';
}
