/** Behind the words of a link, or of a name for one; in marks of their own they may have spaces. */
const WRITTEN = /\](?:\(|:)\s*(?:<([^>\n]*)>|([^\s)]*))/gu;

const OF_THE_WEB = /^(?:https?|mailto):/iu;
/** What only reading tells: escapes, and brackets that may belong to the address or not. */
const UNSURE = /[\\&()]/u;
/** An address of the web leads to no page, wherever it ends; unless what looks like its end is a link of its own. */
const UNSURE_OF_THE_WEB = /\](?:\(|:)/u;

/**
 * What may be addresses of a page, found without reading it as Markdown, which takes a hundred times as long: all that are,
 * and some that only look so, in code.
 * @returns null when some are written so that only reading tells what they are
 */
export function writtenAddresses(body: string): string[] | null {
  const addresses: string[] = [];
  for (const [, marked, plain = ''] of body.matchAll(WRITTEN)) {
    const address = marked ?? plain;
    if ((OF_THE_WEB.test(address) ? UNSURE_OF_THE_WEB : UNSURE).test(address)) return null;
    addresses.push(address);
  }
  return addresses;
}
