import type { KeptLink } from '@chapterhouse/domain/decisions/adr-document';
import { decisionPath, withTargets } from '@chapterhouse/domain/decisions/linked-words';
import type { PlannedDecision } from '@chapterhouse/domain/imports/decision-plan';
import type { HistoricDecision } from '../../decisions/public.js';
import { cut } from '../readers/plain-value.js';

export interface DecisionSurroundings {
  organizationId: string;
  /** Who has the handle. */
  personOf(name: string): string | null;
  /** A place by its names, the product first. */
  placeOf(kind: 'PRODUCT' | 'AREA' | 'TEAM', path: readonly string[]): string | undefined;
  /** YYYY-MM-DD */
  today: string;
}

export interface HereFacts {
  /** When a day began, where the organization is. */
  moments: Map<string, string>;
  areaIds: Map<string, string>;
  /** By key and title. */
  impedimentIds: Map<string, string>;
  /** Of decisions that others link to, by their ids. */
  numbers: Map<string, number>;
}

type Link = HistoricDecision['links'][number];

/** A decision of a file as it is written here. */
export function historicDecision(
  { id, document, state, kind, place, supersedes, supersededBy, pages, linked, identity }: PlannedDecision,
  around: DecisionSurroundings,
  facts: HereFacts,
): HistoricDecision {
  const { kept } = document;
  const moment = (at: string | null): string => {
    const given = at ?? around.today;
    return facts.moments.get(given) ?? given;
  };
  const decidedAt = state === 'PROPOSED' ? null : moment(document.decidedAt);
  return {
    id,
    kind,
    state,
    scope: { kind: place.kind, id: place.id ?? around.organizationId },
    decisionAreaId: facts.areaIds.get(kept?.decisionArea ?? '') ?? null,
    title: document.title,
    words: withTargets(document.words, (target) => {
      const number = facts.numbers.get(linked.get(target) ?? '');
      return number === undefined ? undefined : decisionPath(number);
    }),
    delegation: null,
    revisitOn: kept?.revisitOn ?? null,
    proposedBy: null,
    // Of files that say only when they were decided, proposed at the same time.
    proposedAt: moment(document.proposedAt ?? document.decidedAt),
    decidedBy: null,
    decidedAt,
    vetoEndsAt: kept?.vetoEndsAt ?? null,
    veto:
      state === 'VETOED'
        ? { by: null, for: null, at: kept?.vetoedAt ?? null, reason: kept?.vetoReason || 'Vetoed.' }
        : null,
    supersededBy,
    endedAt: decidedAt,
    endedBy: null,
    revertReason: state === 'REVERTED' ? kept?.revertReason || `Its file says: ${document.status}.` : '',
    closeReason: kept?.closeReason ?? '',
    people: document.people.map(({ part, name }) => ({ part, name: cut(name, 300), personId: around.personOf(name) })),
    links: [
      ...pages.filter(({ url }) => url.length <= 2000).map((page) => ({ kind: 'URL' as const, ...page })),
      ...(kept?.links ?? []).flatMap(linkOf),
    ],
    supersedes,
    amendments: (kept?.amendments ?? []).map(({ text, at }) => ({ text, at, by: null })),
    briefId: null,
    importIdentity: identity,
    importedFrom: kept === null ? document.path : kept.importedFrom,
  };

  function linkOf(link: KeptLink): Link[] {
    const { kind: of, key, url, title, path } = link;
    if (of === 'URL') return url === null ? [] : [{ kind: of, url, title }];
    if (of === 'GOAL') return [{ kind: of, title }];
    if (of === 'ITEM') return key === null ? [] : [{ kind: of, key }];
    if (of === 'IMPEDIMENT') {
      const thingId = facts.impedimentIds.get(`${key} ${title}`);
      // Of another organization: its key and title are all that means something here.
      if (thingId === undefined) return key === null ? [] : [{ kind: 'ITEM', key, title: cut(title, 500) }];
      return [{ kind: of, thingId }];
    }
    const thingId = around.placeOf(of, path ?? []);
    return thingId === undefined ? [] : [{ kind: of, thingId }];
  }
}
