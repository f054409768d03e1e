import { byId, element, setError } from './dom.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Selects the company: the only one, one of several, or for admins without a company any company by its id. */
export class CompanyChoice {
  #select = byId('company');
  #form = byId('company-id-form');
  #id = byId('company-id');
  #companies = [];
  #chosen;

  /** `chosen` is called with `{id, name}`. */
  constructor(chosen) {
    this.#chosen = chosen;
    this.#select.addEventListener('change', () => chosen(this.#companies[this.#select.selectedIndex]));
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#byId();
    });
  }

  /** Selects the first company. Returns whether the user can select a company. */
  show({ companies, role }) {
    this.#companies = companies;
    this.#select.replaceChildren(...companies.map((company) => element('option', { value: company.id }, company.name)));
    byId('company-field').hidden = companies.length < 2;
    this.#form.hidden = companies.length > 0 || role !== 'ADMIN';
    this.#id.value = '';
    setError(this.#id, '');
    if (companies.length > 0) {
      this.#chosen(companies[0]);
    }
    return companies.length > 0 || role === 'ADMIN';
  }

  #byId() {
    const id = this.#id.value.trim();
    const isId = UUID.test(id);
    setError(this.#id, isId ? '' : 'Enter an id such as c0000000-0000-4000-8000-000000000001.');
    if (isId) {
      this.#chosen({ id, name: `Company ${id}` });
    } else {
      this.#id.focus();
    }
  }
}
