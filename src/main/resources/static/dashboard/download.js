import { element } from './dom.js';

/** Downloads a CSV file with the access token, which a plain link cannot send. */
export async function download(session, path, filename) {
  const response = await session.call(path, { accept: 'text/csv' });
  // Excel detects UTF-8 by the byte order mark.
  const url = URL.createObjectURL(new Blob(['\ufeff', await response.blob()], { type: 'text/csv' }));
  const link = element('a', { href: url, download: filename, hidden: '' });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
