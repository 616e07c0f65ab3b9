import type { AdrDocument, KeptFacts, KeptLink } from '@chapterhouse/domain/decisions/adr-document';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { DecisionLinkRow, DecisionRow } from '../decision-row.js';
import { DecisionsRepository } from '../decisions.repository.js';
import type { OwnDocument } from './madr-writer.js';

/** A decision with all that its file says. */
export interface OwnFile {
  /** `0007-use-postgresql.md`. */
  name: string;
  document: OwnDocument;
  /** YYYY-MM-DD, where the organization is. */
  day: string;
  number: number;
  /** The number of what replaced it. */
  successor: number | null;
}

interface Beside {
  id: string;
  day: string;
  proposer: string | null;
  decider: string | null;
  vetoer: string | null;
  area: string | null;
  amendments: { text: string; at: string; by: string | null }[];
}

interface Named {
  id: string;
  number: number;
  title: string;
  import_identity: string | null;
}

type Places = Map<string, { name: string; parent_id: string | null }>;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** Decisions as documents. Who proposed and who decided are among its people: elsewhere they are names. */
@Injectable()
export class OwnDocumentsRead {
  constructor(@Inject(DecisionsRepository) private readonly decisions: DecisionsRepository) {}

  /** In the order of the ids; a handful of statements for all of them. */
  async of(tx: Tx, ids: readonly string[]): Promise<OwnFile[]> {
    const rows = await this.decisions.byIds(tx, ids);
    const others = rows.flatMap((row) => [row.superseded_by ?? [], row.supersedes].flat());
    const beside = await tx.query<Beside & Record<string, unknown>>(BESIDE, [tx.organizationId, ids]);
    const replaced = await tx.query<{ id: string; by: string }>(REPLACED, [tx.organizationId, ids]);
    const all = [...ids, ...others, ...replaced.map(({ id }) => id)];
    const named = await tx.query<Named & Record<string, unknown>>(NAMED, [tx.organizationId, all]);
    const places = await tx.query<{ id: string; name: string; parent_id: string | null }>(PLACES, [tx.organizationId]);
    const facts = {
      beside: new Map(beside.map((one) => [one.id, one])),
      named: new Map(named.map((one) => [one.id, one])),
      replaced: grouped(replaced),
      places: new Map(places.map((place) => [place.id, place])),
    };
    return rows.map((row) => ownFile(row, facts));
  }
}

interface Facts {
  beside: Map<string, Beside>;
  named: Map<string, Named>;
  /** Ids of those that a decision did replace. */
  replaced: Map<string, string[]>;
  places: Places;
}

function ownFile(row: DecisionRow, facts: Facts): OwnFile {
  const beside = facts.beside.get(row.id);
  const successor = facts.named.get(row.superseded_by ?? '');
  const keptIdOf = (id: string): string => keptId(facts.named.get(id)) ?? id;
  const supersedes = new Set([...row.supersedes, ...(facts.replaced.get(row.id) ?? [])]);
  const name = fileName(row);
  return {
    name,
    day: beside?.day ?? row.proposed_at.slice(0, 10),
    number: row.number,
    successor: successor?.number ?? null,
    document: {
      path: name,
      title: row.title,
      status: '',
      words: row.words,
      people: peopleOf(row, beside),
      proposedAt: row.proposed_at,
      decidedAt: row.decided_at,
      supersededBy: row.superseded_by === null ? [] : [keptIdOf(row.superseded_by)],
      supersedes: [...supersedes].map(keptIdOf).sort(),
      owner: null,
      numbers: [],
      targets: [],
      kept: keptFacts(row, beside, facts.places),
    },
  };
}

function keptFacts(row: DecisionRow, beside: Beside | undefined, places: Places): KeptFacts {
  const isPlaced = row.scope_kind !== 'ORGANIZATION';
  return {
    id: keptId(row) ?? row.id,
    number: row.number,
    state: row.state,
    kind: row.kind,
    scope: { kind: row.scope_kind, path: isPlaced ? pathOf(row.scope_id, places) : [] },
    decisionArea: beside?.area ?? null,
    revisitOn: row.revisit_on,
    vetoReason: signed(row.veto_reason, beside?.vetoer ?? null),
    vetoedAt: row.vetoed_at,
    vetoEndsAt: row.veto_ends_at,
    revertReason: row.revert_reason,
    closeReason: row.close_reason,
    importedFrom: row.imported_from,
    amendments: (beside?.amendments ?? []).map(({ text, at, by }) => ({
      text: signed(text, by),
      at: new Date(at).toISOString(),
    })),
    links: row.links.map((link) => keptLink(link, places)),
  };
}

function keptLink({ kind, thing_id: id, key, url, title }: DecisionLinkRow, places: Places): KeptLink {
  const isPlace = kind === 'TEAM' || kind === 'AREA' || kind === 'PRODUCT';
  // Only an impediment of another organization has a title, and no item of the backlog: it goes out as it came in.
  if (kind === 'ITEM' && id === null && title !== '') return { kind: 'IMPEDIMENT', key, url: null, title, path: null };
  return {
    kind,
    key: kind === 'IMPEDIMENT' || kind === 'ITEM' ? key : null,
    url,
    title: kind === 'ITEM' || (kind === 'URL' && title === url) ? '' : title,
    path: isPlace && id !== null ? pathOf(id, places) : null,
  };
}

/** Who proposed counts as consulted and who decided as a decision-maker, unless they are named already. */
function peopleOf({ people }: DecisionRow, beside: Beside | undefined): AdrDocument['people'] {
  const named: AdrDocument['people'] = people.map(({ part, name }) => ({ part, name }));
  const { decider = null, proposer = null } = beside ?? {};
  if (decider !== null && !named.some(({ part, name }) => part === 'DECISION_MAKER' && name === decider))
    named.push({ part: 'DECISION_MAKER', name: decider });
  if (proposer !== null && !named.some(({ name }) => name === proposer))
    named.push({ part: 'CONSULTED', name: proposer });
  const parts = ['DECISION_MAKER', 'CONSULTED', 'INFORMED'];
  return named.sort((one, other) => parts.indexOf(one.part) - parts.indexOf(other.part));
}

/** What somebody said, with who it was: elsewhere there is no such person. */
function signed(text: string, by: string | null): string {
  return text === '' || by === null ? text : `${text}\n\n— ${by}`;
}

/** Decisions that came from a file of ours keep who they were there. */
function keptId(row: Pick<Named, 'id' | 'import_identity'> | undefined): string | undefined {
  if (row === undefined) return undefined;
  return row.import_identity !== null && UUID.test(row.import_identity) ? row.import_identity : row.id;
}

function pathOf(id: string, places: Places): string[] {
  const place = places.get(id);
  if (place === undefined) return [];
  return [...(place.parent_id === null ? [] : pathOf(place.parent_id, places)), place.name];
}

/** Letters, digits and dashes only, whatever the title. */
export function fileName({ number, title }: Pick<Named, 'number' | 'title'>): string {
  const words = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/gu, '');
  return `${String(number).padStart(4, '0')}${words === '' ? '' : `-${words}`}.md`;
}

function grouped(rows: readonly { id: string; by: string }[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { id, by } of rows) groups.set(by, [...(groups.get(by) ?? []), id]);
  return groups;
}

const BESIDE = `
  select d.id, (coalesce(d.decided_at, d.proposed_at) at time zone o.time_zone)::date as day,
         proposer.name as proposer, decider.name as decider, vetoer.name as vetoer, a.name as area,
         (select coalesce(jsonb_agg(jsonb_build_object('text', m.text, 'at', m.at, 'by', p.name) order by m.number), '[]'::jsonb)
            from decision_amendments m left join people p on p.organization_id = m.organization_id and p.id = m.by
           where m.organization_id = d.organization_id and m.decision_id = d.id) as amendments
    from decisions d
    join organizations o on o.organization_id = d.organization_id
    left join people proposer on proposer.organization_id = d.organization_id and proposer.id = d.proposed_by
    left join people decider on decider.organization_id = d.organization_id and decider.id = d.decided_by
    left join people vetoer on vetoer.organization_id = d.organization_id and vetoer.id = d.vetoed_by
    left join decision_areas a on a.organization_id = d.organization_id and a.id = d.decision_area_id
   where d.organization_id = $1 and d.id = any($2::uuid[])`;

const NAMED = `
  select id, number, title, import_identity from decisions where organization_id = $1 and id = any($2::uuid[])`;

const REPLACED = `
  select id, superseded_by as by from decisions where organization_id = $1 and superseded_by = any($2::uuid[])`;

const PLACES = `
  select id, name, null::uuid as parent_id from products where organization_id = $1
  union all select id, name, product_id from areas where organization_id = $1
  union all select id, name, area_id from teams where organization_id = $1`;
