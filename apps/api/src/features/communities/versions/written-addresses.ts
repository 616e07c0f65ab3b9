/** Behind the words of a link, or of a name for one; in marks of their own they may have spaces. */
const WRITTEN = /\](?:\(|:)\s*(?:<([^>\n]*)>|([^\s)]*))/gu;

/**
 * What may be addresses of a page, found without reading it as Markdown, which takes a hundred times as long: all that are,
 * and some that only look so, in code.
 * @returns null when some are written so that only reading tells what they are
 */
export function writtenAddresses(body: string): string[] | null {
  const addresses: string[] = [];
  for (const [, marked, plain = ''] of body.matchAll(WRITTEN)) {
    const address = marked ?? plain;
    if (/[\\&()]/u.test(address)) return null;
    addresses.push(address);
  }
  return addresses;
}
