export const byId = (id) => document.getElementById(id);

/** Creates an element with attributes and children, which are nodes or text. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** Announces a sentence to screen readers. The delay makes them repeat an identical sentence. */
export function announce(sentence) {
  const status = byId('status');
  status.textContent = '';
  setTimeout(() => {
    status.textContent = sentence;
  }, 50);
}

/** Returns the value of a radio button group. */
export const chosen = (name) => document.querySelector(`input[name="${name}"]:checked`).value;

export function choose(name, value) {
  document.querySelector(`input[name="${name}"][value="${value}"]`).checked = true;
}

export function onChoice(name, listener) {
  for (const input of document.querySelectorAll(`input[name="${name}"]`)) {
    input.addEventListener('change', () => listener(input.value));
  }
}

/** Shows an error below a field. An empty sentence removes it. */
export function setError(field, sentence) {
  const error = byId(`${field.id}-error`);
  error.textContent = sentence;
  if (sentence) {
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', error.id);
  } else {
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
  }
}
