import { draftKey, parseDraft, readRaw, writeRaw } from '../../../platform/drafts/draft-store';
import type { KeptWords } from './page-writer';

/**
 * Words of a part of a draft that are not saved yet, in this browser, for whoever wrote them.
 * @param part a page's id, which stays when the page is moved; the tree, the steps
 */
export function keptPage(organizationId: string, personId: string, artifactKey: string, part: string) {
  const key = draftKey(organizationId, personId, `page:${artifactKey}/${part}`);
  const found = parseDraft(readRaw(key));
  return {
    restored: found && { text: found.text, from: found.from, sent: sentOf(found) },
    keep: (words: KeptWords | null) => {
      writeRaw(key, words && JSON.stringify({ ...words, at: Date.now() }));
    },
  };
}

const sentOf = (found: object) => ('sent' in found && typeof found.sent === 'string' ? found.sent : undefined);
