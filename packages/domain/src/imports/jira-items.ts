import type { ItemKind, ItemTier } from '../priorities/item-fields.js';
import type { JiraIssue, StatusCategory } from './jira-issue.js';
import type { JiraMapping, StatusState } from './jira-mapping.js';
import type { JiraTeams } from './jira-teams.js';
import { usualKind, usualTier } from './jira-types.js';

/** A backlog item as a file tells it, whichever format the file has; `sprintKeys` name the sprints of its team or teams. */
export interface BacklogItemFact {
  key: string;
  title: string;
  descriptionHash: string;
  type: string;
  tier: ItemTier;
  kind: ItemKind;
  state: StatusState;
  teamKey: string;
  /** Key of a person. */
  assignee: string | null;
  points: number | null;
  parentKey: string | null;
  /** Null: the file has no such dates; whoever is new came with the import. */
  createdAt: string | null;
  resolvedAt: string | null;
  droppedReason: string;
  sprintKeys: string[];
  links: ItemLinkFact[];
}

/** `Blocks`, outward: the item blocks the other. */
export interface ItemLinkFact {
  type: string;
  outward: boolean;
  phrase: string;
  otherKey: string;
}

const STATE_OF: Record<StatusCategory, StatusState> = { new: 'DRAFT', indeterminate: 'IN_PROGRESS', done: 'DONE' };
const CATEGORY_OF: Record<StatusState, StatusCategory> = {
  DRAFT: 'new',
  IN_PROGRESS: 'indeterminate',
  DONE: 'done',
  DROPPED: 'done',
};

/** The issues with the categories that somebody chose for their statuses: all rules go by these. */
export function withChosenStates(issues: JiraIssue[], { stateOf }: JiraMapping): JiraIssue[] {
  if (stateOf.size === 0) return issues;
  return issues.map((issue) => {
    const state = stateOf.get(issue.status);
    return state === undefined ? issue : { ...issue, statusCategory: CATEGORY_OF[state] };
  });
}

export function backlogItemOf(issue: JiraIssue, teams: JiraTeams, mapping: JiraMapping): BacklogItemFact {
  const state = stateOf(issue, mapping);
  return {
    key: issue.key,
    title: issue.title,
    descriptionHash: issue.descriptionHash,
    type: issue.type,
    tier: mapping.tierOf.get(issue.type) ?? usualTier(issue.type, issue.isSubtask),
    kind: mapping.kindOf.get(issue.type) ?? usualKind(issue.type),
    state,
    teamKey: teams.teamKeyOf(issue.key) ?? '',
    assignee: issue.assignee,
    points: issue.points,
    parentKey: issue.parentKey === issue.key ? null : issue.parentKey,
    createdAt: issue.created,
    resolvedAt: issue.resolved,
    droppedReason: state === 'DROPPED' ? (issue.resolution ?? issue.status) : '',
    sprintKeys: [...new Set(issue.sprints.map((sprint) => teams.sprintKey(issue, sprint)))].sort(),
    links: linksOf(issue),
  };
}

function stateOf({ status, statusCategory, resolution }: JiraIssue, mapping: JiraMapping): StatusState {
  const chosen = mapping.stateOf.get(status);
  if (chosen !== undefined) return chosen;
  const isDropped = statusCategory === 'done' && resolution !== null && mapping.droppedResolutions.includes(resolution);
  return isDropped ? 'DROPPED' : STATE_OF[statusCategory];
}

/** Once each, in one order whatever the file's. */
function linksOf(issue: JiraIssue): ItemLinkFact[] {
  const links = new Map<string, ItemLinkFact>();
  for (const link of issue.links) {
    const outward = link.from === issue.key;
    const otherKey = outward ? link.to : link.from;
    const type = link.name.slice(0, 100);
    const phrase = (outward ? link.outward : link.inward).slice(0, 200);
    if (otherKey !== issue.key)
      links.set(JSON.stringify([type, outward, otherKey]), { type, outward, phrase, otherKey });
  }
  return [...links].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, link]) => link);
}
