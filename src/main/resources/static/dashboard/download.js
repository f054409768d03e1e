import { element } from './dom.js';

/** Fetches a CSV with the session's token, which a link could not carry, and hands it to the browser as a file. */
export async function download(session, path, filename) {
  const answer = await session.call(path, { accept: 'text/csv' });
  const address = URL.createObjectURL(await answer.blob());
  const link = element('a', { href: address, download: filename, hidden: '' });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
