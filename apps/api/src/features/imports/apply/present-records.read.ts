import type { ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import type { JiraIssue } from '@chapterhouse/domain/imports/jira-issue';
import { type BacklogItemWrite, linkName, noteLink, type PresentItem } from '@chapterhouse/domain/imports/jira-records';
import { Inject, Injectable } from '@nestjs/common';
import { inBatches } from '../../../platform/database/in-batches.js';
import type { Tx } from '../../../platform/database/tx.js';
import { ImportedItemsRepository, keptWords } from '../../priorities/public.js';

/** Items and links that are here already, as far as files name them. */
@Injectable()
export class PresentRecordsRead {
  constructor(@Inject(ImportedItemsRepository) private readonly repository: ImportedItemsRepository) {}

  /** By key: the issues themselves, what they are part of, what they are linked with. */
  async items(tx: Tx, issues: readonly JiraIssue[]): Promise<Map<string, PresentItem>> {
    const keys = new Set<string>();
    for (const { key, parentKey, links } of issues) {
      keys.add(key);
      if (parentKey !== null) keys.add(parentKey);
      for (const { from, to } of links) keys.add(from === key ? to : from);
    }
    const present = new Map<string, PresentItem>();
    await inBatches([...keys], async (batch) => {
      for (const { handEdited, ...item } of await this.repository.known(tx, batch))
        present.set(item.key, { ...item, keeps: keptWords(handEdited), keepsTier: handEdited.includes('tier') });
    });
    return present;
  }

  /** Which of the keys that the files name are those of items that were written here. */
  async writtenHere(tx: Tx, keys: Iterable<string>): Promise<Set<string>> {
    const written = new Set<string>();
    await inBatches([...new Set(keys)], async (batch) => {
      for (const key of await this.repository.writtenHere(tx, batch)) written.add(key);
    });
    return written;
  }

  /** Which links of the items that will be written come, change, or go. */
  async tellLinks(tx: Tx, writes: readonly BacklogItemWrite[], tally: ImportTally): Promise<void> {
    await inBatches(writes, async (batch) => {
      const known = batch.filter(({ isNew }) => !isNew).map(({ id }) => id);
      const here = new Map<string, Map<string, string>>();
      for (const { itemId, ...link } of known.length === 0 ? [] : await this.repository.links(tx, known)) {
        const links = here.get(itemId) ?? new Map<string, string>();
        here.set(itemId, links.set(linkName(link), link.phrase));
      }
      for (const { id, item } of batch) {
        const links = here.get(id) ?? new Map<string, string>();
        for (const link of item.links) {
          const phrase = links.get(linkName(link));
          noteLink(
            tally,
            phrase === undefined ? 'create' : phrase === link.phrase ? 'unchanged' : 'update',
            item.key,
            link,
          );
          links.delete(linkName(link));
        }
        for (const [name, phrase] of links) {
          const [type, outward, otherKey] = JSON.parse(name) as [string, boolean, string];
          noteLink(tally, 'end', item.key, { type, outward, otherKey, phrase });
        }
      }
    });
  }
}
