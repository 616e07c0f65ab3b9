import { ITEM_KIND_TITLES, ITEM_TIER_TITLES, type ItemKind, type ItemTier } from '../priorities/item-fields.js';
import { ITEM_STATE_TITLES, type ItemState } from '../priorities/item-state.js';
import { mayBePartOf, parentWords } from '../priorities/item-tiers.js';
import type { ImportEffect, ImportTally } from './import-outcome.js';
import { type JiraIssue, type JiraSprint, projectOf } from './jira-issue.js';
import { type BacklogItemFact, backlogItemOf, type ItemLinkFact } from './jira-items.js';
import type { JiraMapping } from './jira-mapping.js';
import { JIRA_PLACES, type JiraMeaning } from './jira-plan.js';
import { wordsOf } from './people-plan.js';
import type { PlanTools } from './organization-writes.js';
import type { IdentityBook } from './present-organization.js';

/** A record that is new or has changed in the file; `id` is its id here. */
export interface SprintWrite {
  id: string;
  key: string;
  teamKey: string;
  sprint: JiraSprint;
}

export interface BacklogItemWrite {
  id: string;
  item: BacklogItemFact;
  assigneeId: string | null;
  /** Sorts new ones as their board did. */
  rank: string | null;
  /** For its identity, which is stored once the item is. */
  source: string;
  contentHash: string;
  isNew: boolean;
}

export interface RecordPlan {
  sprints: SprintWrite[];
  items: BacklogItemWrite[];
  /** The id here of each sprint of the files, by its key. */
  sprintIds: Map<string, string>;
}

/** An item that an import has brought already. */
export interface PresentItem {
  id: string;
  key: string;
  tier: ItemTier;
  productId: string;
  /** Fields that somebody changed here, in words for people. */
  keeps: string[];
  keepsTier: boolean;
  title: string;
  type: string;
  kind: ItemKind;
  state: ItemState;
  points: number | null;
  parentKey: string | null;
  assigneeId: string | null;
  teamId: string | null;
}

/** What a plan of records looks at beside the files. */
export interface RecordDesk {
  meaning: JiraMeaning;
  mapping: JiraMapping;
  book: IdentityBook;
  /** Those that the files name, by key. */
  present: ReadonlyMap<string, PresentItem>;
  /** Keys of the files that items have which were written here: other ones. */
  writtenHere: ReadonlySet<string>;
  /** Sprints that no import with ids has brought, by `name@team`, name in lower case. */
  sprintByName: ReadonlyMap<string, string>;
  /** By the key of the file. */
  personIds: ReadonlyMap<string, string>;
  /** Of people and teams, by id. */
  names: ReadonlyMap<string, string>;
  /** By the key of a team. */
  teamIds: ReadonlyMap<string, string>;
  /** By the key of a team. */
  productIds: ReadonlyMap<string, string>;
  tools: PlanTools;
  tally: ImportTally;
}

/** Which sprints and backlog items are new or changed since the last import. */
export function planRecords(issues: JiraIssue[], desk: RecordDesk): RecordPlan {
  const plan: RecordPlan = { sprints: [], items: [], sprintIds: new Map() };
  planSprints(desk, plan);
  const { meaning, mapping, book, present, tools, tally } = desk;
  const { teams } = meaning;
  const tierOf = new Map<string, ItemTier>();
  for (const issue of issues) {
    if (desk.writtenHere.has(issue.key)) {
      tally.problem(issue.key, `Not taken: an item that was written here has the key ${issue.key} already. ${RENAME}`);
      continue;
    }
    const item = backlogItemOf(issue, teams, mapping);
    const here = present.get(item.key);
    tierOf.set(item.key, here?.keepsTier === true ? here.tier : item.tier);
    const assigneeId = item.assignee === null ? null : (desk.personIds.get(item.assignee) ?? null);
    const contentHash = tools.fingerprint({ ...item, assigneeId });
    const identity = book.find(issue.source, 'backlog-item', item.key);
    const effect = here === undefined ? 'create' : identity?.contentHash === contentHash ? 'unchanged' : 'update';
    const details =
      here !== undefined && effect === 'update'
        ? changeWords(here, item, assigneeId, desk)
        : `${item.type} of ${teams.nameOf(item.teamKey)}, ${issue.status}`;
    tally.note({ effect, kind: 'backlog-item', key: item.key, title: item.title, details });
    if (effect === 'unchanged') {
      for (const link of item.links) noteLink(tally, 'unchanged', item.key, link);
      continue;
    }
    if (here !== undefined && here.keeps.length > 0)
      tally.problem(item.key, `Changed here by hand, and so left as it is here: ${here.keeps.join(', ')}.`);
    const id = here?.id ?? tools.newId();
    plan.items.push({
      id,
      item,
      assigneeId,
      rank: issue.rank,
      source: issue.source,
      contentHash,
      isNew: here === undefined,
    });
  }
  tellParents(issues, tierOf, desk);
  tellLinks(issues, tierOf, desk);
  return plan;
}

/** What the file changes, from what to what; the long text and what hangs on the item are not compared one by one. */
function changeWords(
  here: PresentItem,
  item: BacklogItemFact,
  assigneeId: string | null,
  { names, teamIds }: RecordDesk,
): string {
  const nameOf = (id: string | null | undefined): string | null => (id ? (names.get(id) ?? null) : null);
  const fields: [field: string, from: string | null, to: string | null][] = [
    ['title', here.title, item.title],
    ['type', here.type, item.type],
    ['tier', ITEM_TIER_TITLES[here.tier], ITEM_TIER_TITLES[item.tier]],
    ['kind', ITEM_KIND_TITLES[here.kind], ITEM_KIND_TITLES[item.kind]],
    ['state', ITEM_STATE_TITLES[here.state], ITEM_STATE_TITLES[item.state]],
    ['team', nameOf(here.teamId), nameOf(teamIds.get(item.teamKey))],
    ['assignee', nameOf(here.assigneeId), nameOf(assigneeId)],
    ['points', here.points === null ? null : String(here.points), item.points === null ? null : String(item.points)],
    ['part of', here.parentKey, item.parentKey],
  ];
  const words = fields
    .filter(
      ([field, from, to]) => from !== to && !here.keeps.includes(field === 'part of' ? 'what it is part of' : field),
    )
    .map(([field, from, to]) => wordsOf({ field, from, to }));
  return words.length === 0 ? 'description, dates, sprints or links' : words.join('; ');
}

const RENAME = 'Give the project another key in Jira, then export it again.';

export function noteLink(tally: ImportTally, effect: ImportEffect, key: string, link: ItemLinkFact): void {
  tally.note({ effect, kind: 'link', key, title: `${link.phrase} ${link.otherKey}`, details: link.type });
}

/** Names a link of an item; the same one is never there twice. */
export function linkName({ type, outward, otherKey }: Omit<ItemLinkFact, 'phrase'>): string {
  return JSON.stringify([type, outward, otherKey]);
}

function planSprints({ meaning: { teams }, book, sprintByName, tools, tally }: RecordDesk, plan: RecordPlan): void {
  for (const { key, teamKey, sprint } of teams.sprints.values()) {
    const contentHash = tools.fingerprint({ teamKey, sprint });
    const identity = book.find(JIRA_PLACES, 'sprint', key);
    const details = `of ${teams.nameOf(teamKey)}`;
    const note = (effect: ImportEffect): void =>
      tally.note({ effect, kind: 'sprint', key, title: sprint.name, details });
    // A file that tells only names tells nothing new of a sprint that is here under that name.
    const named = sprint.id === '' ? sprintByName.get(`${sprint.name.toLowerCase()}@${teamKey}`) : undefined;
    const id = identity?.entityId ?? named ?? tools.newId();
    plan.sprintIds.set(key, id);
    const effect = named === undefined ? effectOf(identity, contentHash) : 'unchanged';
    if (effect !== 'unchanged') plan.sprints.push({ id, key, teamKey, sprint });
    note(effect);
    book.put({ source: JIRA_PLACES, kind: 'sprint', key, entityId: id, contentHash });
  }
}

/** Where an item cannot be part of what its file says; where it will be, once that is here. */
function tellParents(issues: JiraIssue[], tierOf: Map<string, ItemTier>, desk: RecordDesk): void {
  const { present, productIds, meaning, tally } = desk;
  const away: string[] = [];
  for (const { key, parentKey } of issues) {
    const tier = tierOf.get(key);
    if (parentKey === null || parentKey === key || tier === undefined) continue;
    const here = present.get(parentKey);
    const parentTier = tierOf.get(parentKey) ?? here?.tier;
    const product = productIds.get(meaning.teams.teamKeyOf(key) ?? '');
    if (parentTier === undefined) away.push(parentKey);
    else if (tier === 'EPIC')
      tally.problem(key, `Is an epic here, which is part of nothing: ${parentKey} is not its parent.`);
    else if (!mayBePartOf(tier, parentTier))
      tally.problem(key, `Is part of ${parentWords(tier)} only: ${parentKey}, which is none, is not its parent.`);
    else if (here !== undefined && !tierOf.has(parentKey) && product !== undefined && here.productId !== product)
      tally.problem(key, `Is of another product than ${parentKey}, which therefore is not its parent.`);
  }
  for (const [project, count] of countByProject(away))
    tally.problem(
      project,
      `${count} ${count === 1 ? 'item is' : 'items are'} part of issues of ${project} that are not here: joined as soon as an import brings them.`,
    );
}

function tellLinks(issues: JiraIssue[], tierOf: Map<string, ItemTier>, { present, tally }: RecordDesk): void {
  const taken = issues.filter(({ key }) => tierOf.has(key));
  const others = taken.flatMap(({ key, links }) => links.map(({ from, to }) => (from === key ? to : from)));
  const away = others.filter((key) => !tierOf.has(key) && !present.has(key));
  for (const [project, count] of countByProject(away))
    tally.problem(
      project,
      `${count} ${count === 1 ? 'link leads' : 'links lead'} to issues of ${project} that are not here: joined as soon as an import brings them.`,
    );
}

function countByProject(keys: readonly string[]): [project: string, count: number][] {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(projectOf(key), (counts.get(projectOf(key)) ?? 0) + 1);
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
}

function effectOf(identity: { contentHash: string } | undefined, contentHash: string): ImportEffect {
  if (identity === undefined) return 'create';
  return identity.contentHash === contentHash ? 'unchanged' : 'update';
}
