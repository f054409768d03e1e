import { element } from './dom.js';
import { wait } from './format.js';

/** Shows the title and detail of a failure, and when to try again. */
export function failureText(failure) {
  const sentences = [element('p', { class: 'failure-title' }, failure.title)];
  const detail = [failure.detail, retryHint(failure)].filter(Boolean).join(' ');
  return detail ? [...sentences, element('p', {}, detail)] : sentences;
}

/** A retry button that is enabled after the `Retry-After` delay. */
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

function retryHint(failure) {
  return failure.retryAfter ? `You can try again ${wait(failure.retryAfter)}.` : '';
}
