import { type DecisionLinkKind, decisionLinkProblems } from '@chapterhouse/domain/decisions/decision-links';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Injectable } from '@nestjs/common';
import { readId } from '../../../platform/graphql/global-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { typedText } from '../../../platform/graphql/typed-text.js';
import type { DecisionLinkInputObject } from '../decision-inputs.graphql.js';
import { refuseField } from '../refuse-decision.js';
import type { NewLink } from './decision-links.repository.js';

/** A link as somebody gave it; ids are the database's, texts as they will be stored. */
export interface GivenLink {
  kind: DecisionLinkKind;
  thingId: string | null;
  key: string;
  url: string;
  title: string;
}

/** Types and tables of the things that a link can lead to. */
const THINGS = {
  IMPEDIMENT: { type: 'Impediment', table: 'impediments' },
  TEAM: { type: 'Team', table: 'teams' },
  AREA: { type: 'Area', table: 'areas' },
  PRODUCT: { type: 'Product', table: 'products' },
} as const;

/** @throws NOT_FOUND for an id of another kind of thing */
export function readLink({ kind, thingId, key, url, title }: DecisionLinkInputObject): GivenLink {
  const thing = thingOf(kind);
  return {
    kind,
    thingId: thing && thingId ? readId(thing.type, thingId) : null,
    key: typedText(key ?? ''),
    url: typedText(url ?? ''),
    title: typedText(title ?? ''),
  };
}

/** Whether what links lead to is here. */
@Injectable()
export class DecisionLinkTargets {
  /** The links as they are stored. @throws INVALID_INPUT, NOT_FOUND */
  async known(tx: Tx, links: readonly GivenLink[]): Promise<NewLink[]> {
    const fields = links.flatMap((link) => decisionLinkProblems({ ...link, hasThing: link.thingId !== null }));
    if (fields.length > 0) throw refusePlatform('INVALID_INPUT', { fields });
    for (const [kind, { table }] of Object.entries(THINGS)) {
      const ids = new Set(links.flatMap((link) => (link.kind === kind && link.thingId !== null ? [link.thingId] : [])));
      if (ids.size === 0) continue;
      const found = await tx.query(`select 1 from ${table} where organization_id = $1 and id = any($2::uuid[])`, [
        tx.organizationId,
        [...ids],
      ]);
      if (found.length < ids.size) throw refusePlatform('NOT_FOUND', {});
    }
    return links.map(storedLink);
  }
}

function storedLink({ kind, thingId, key, url, title }: GivenLink): NewLink {
  if (kind === 'ITEM') return { kind, key };
  if (kind === 'URL') return { kind, url: reachable(url), title };
  if (kind === 'GOAL') return { kind, title };
  return { kind, ...(thingId !== null && { thingId }) };
}

/** What a browser can open; the rule says in words what else is wrong with an address. */
function reachable(url: string): string {
  if (!URL.canParse(url)) refuseField('url', 'This is no address of a page; copy it from the browser.');
  return url;
}

function thingOf(kind: DecisionLinkKind): (typeof THINGS)[keyof typeof THINGS] | undefined {
  return kind in THINGS ? THINGS[kind as keyof typeof THINGS] : undefined;
}
