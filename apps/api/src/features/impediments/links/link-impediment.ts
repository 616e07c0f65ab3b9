import { refuseImpediment } from '@chapterhouse/domain/impediments/impediment-refusals';
import { refuseUnlessLegal } from '@chapterhouse/domain/impediments/impediment-state';
import { LINK_LIMIT, webLinkProblems } from '@chapterhouse/domain/impediments/link-fields';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { violatedConstraint } from '../../../platform/database/constraint.js';
import type { Tx } from '../../../platform/database/tx.js';
import { type ImpedimentRow, keyOf, numberOf } from '../impediment-row.js';
import { ImpedimentTransaction, unlessRefused, type ImpedimentCall } from '../impediment-transaction.js';
import type { Impediment } from '../impediments.graphql.js';
import { ImpedimentsRepository } from '../impediments.repository.js';
import { refuseField } from '../refuse-problems.js';
import { typedText } from '../../../platform/graphql/typed-text.js';
import { LinksRepository, type NewLink } from './links.repository.js';

/** The key of another impediment, or the address of a page. */
export interface GivenLink {
  toKey: string | null;
  url: string | null;
  title: string | null;
}

/** The impediment's own fields stay as they are, and so does its version. */
@Injectable()
export class LinkImpediment {
  constructor(
    @Inject(ImpedimentTransaction) private readonly transaction: ImpedimentTransaction,
    @Inject(ImpedimentsRepository) private readonly impediments: ImpedimentsRepository,
    @Inject(LinksRepository) private readonly links: LinksRepository,
  ) {}

  /** @throws INVALID_INPUT, NOT_FOUND for a key that nobody has, LINK_TO_ITSELF, LINKED_ALREADY */
  link(call: ImpedimentCall, given: GivenLink): Promise<Impediment> {
    return this.transaction.change(call, 'impediment:link', async ({ tx, row, viewer, at }) => {
      unlessRefused(refuseUnlessLegal(row.state, 'impediment:link'));
      const field = given.url === null ? 'toKey' : 'url';
      if ((given.url === null) === (given.toKey === null))
        refuseField(field, 'Give the key of another impediment or a web address, one of the two.');
      const other = given.toKey === null ? undefined : await this.named(tx, given.toKey);
      if (other?.id === row.id) throw refuseImpediment('LINK_TO_ITSELF', {});
      const link: NewLink = other ? { kind: 'RELATED', otherId: other.id } : webLink(given);
      for (const end of other ? [row, other] : [row]) {
        if ((await this.links.countOf(tx, end.id)) >= LINK_LIMIT)
          refuseField(field, `${keyOf(end.number)} has ${LINK_LIMIT} links already; take one away first.`);
      }
      await once(() => this.links.insert(tx, row.id, link, viewer.personId, at));
      if (other) await this.tell(tx, other, 'impediment.linked', null, words(row));
      const to = link.kind === 'WEB' ? link.title : other && words(other);
      return {
        event: 'impediment.linked',
        version: row.version,
        changes: [{ field: 'links', from: null, to: to ?? null }],
      };
    });
  }

  /** From either end. @throws NOT_FOUND for a link that this impediment does not have */
  unlink(call: ImpedimentCall, linkId: string): Promise<Impediment> {
    return this.transaction.change(call, 'impediment:unlink', async ({ tx, row }) => {
      unlessRefused(refuseUnlessLegal(row.state, 'impediment:unlink'));
      const link = await this.links.remove(tx, row.id, linkId);
      if (!link) throw refusePlatform('NOT_FOUND', {});
      const other = link.other_id === null ? undefined : await this.impediments.byId(tx, link.other_id);
      if (other) await this.tell(tx, other, 'impediment.unlinked', words(row), null);
      const from = other ? words(other) : link.title;
      return { event: 'impediment.unlinked', version: row.version, changes: [{ field: 'links', from, to: null }] };
    });
  }

  private async named(tx: Tx, key: string): Promise<ImpedimentRow> {
    const number = numberOf(key);
    const other = number === undefined ? undefined : await this.impediments.byNumber(tx, number);
    if (!other) throw refusePlatform('NOT_FOUND', {});
    return other;
  }

  /** The other end shows the link as well, so its activity and live boards hear of it. It is not locked: nothing of its own changes. */
  private tell(
    tx: Tx,
    { id, version }: ImpedimentRow,
    event: 'impediment.linked' | 'impediment.unlinked',
    from: string | null,
    to: string | null,
  ): Promise<void> {
    return this.transaction.record(tx, id, { event, version, changes: [{ field: 'links', from, to }] });
  }
}

function words({ number, title }: ImpedimentRow): string {
  return `${keyOf(number)} ${title}`;
}

/** The address as browsers write it, so that one page is one link; without a title its host says where it leads. */
function webLink(given: GivenLink): NewLink & { kind: 'WEB' } {
  const typed = (given.url ?? '').trim();
  refuseWeb(typed, 'Page');
  const address = parsed(typed);
  const title = typedText(given.title ?? '') || address.host;
  // Written out it may be longer than it was typed.
  refuseWeb(address.href, title);
  return { kind: 'WEB', url: address.href, title };
}

function refuseWeb(url: string, title: string): void {
  const fields = webLinkProblems({ url, title });
  if (fields.length > 0) throw refusePlatform('INVALID_INPUT', { fields });
}

function parsed(url: string): URL {
  if (!URL.canParse(url)) refuseField('url', 'This is no address of a page; copy it from the browser.');
  return new URL(url);
}

/** @throws LINKED_ALREADY when there is a row of this pair or page, also when it came a moment before */
async function once(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (violatedConstraint(error)?.startsWith('impediment_links_one_')) throw refuseImpediment('LINKED_ALREADY', {});
    throw error;
  }
}
