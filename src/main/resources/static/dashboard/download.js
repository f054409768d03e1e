import { element } from './dom.js';

/** Downloads a CSV file with the access token, which a plain link cannot send. */
export async function download(session, path, filename) {
  const response = await session.call(path, { accept: 'text/csv' });
  const url = URL.createObjectURL(await response.blob());
  const link = element('a', { href: url, download: filename, hidden: '' });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
