export const byId = (id) => document.getElementById(id);

/** An element with attributes and children, which are nodes or text. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** Tells a screen reader; the pause lets it hear the same sentence twice. */
export function announce(sentence) {
  const status = byId('status');
  status.textContent = '';
  setTimeout(() => {
    status.textContent = sentence;
  }, 50);
}

/** Which of the radio buttons of a name is chosen. */
export const chosen = (name) => document.querySelector(`input[name="${name}"]:checked`).value;

export function choose(name, value) {
  document.querySelector(`input[name="${name}"][value="${value}"]`).checked = true;
}

export function onChoice(name, listener) {
  for (const input of document.querySelectorAll(`input[name="${name}"]`)) {
    input.addEventListener('change', () => listener(input.value));
  }
}

/** Shows under a field what is wrong with it; an empty sentence takes it back. */
export function setFault(field, sentence) {
  const fault = byId(`${field.id}-fault`);
  fault.textContent = sentence;
  if (sentence) {
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', fault.id);
  } else {
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
  }
}
