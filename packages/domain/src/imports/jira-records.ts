import type { ImportEffect, ImportTally } from './import-outcome.js';
import type { JiraIssue } from './jira-issue.js';
import { type BacklogItemFact, backlogItemOf, JIRA_PLACES, type JiraMeaning } from './jira-plan.js';
import type { JiraSprint } from './jira-issue.js';
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
  /** For its identity, which is stored once the item is: the item may be here under another id. */
  source: string;
  contentHash: string;
  /** No import has brought it before. */
  isNew: boolean;
}

export interface RecordPlan {
  sprints: SprintWrite[];
  items: BacklogItemWrite[];
  /** The id here of each sprint of the files, by its key. */
  sprintIds: Map<string, string>;
}

/** Which sprints and backlog items are new or changed since the last import. */
export function planRecords(
  issues: JiraIssue[],
  { teams }: JiraMeaning,
  book: IdentityBook,
  tools: PlanTools,
  tally: ImportTally,
): RecordPlan {
  const plan: RecordPlan = { sprints: [], items: [], sprintIds: new Map() };
  for (const { key, teamKey, sprint } of teams.sprints.values()) {
    const contentHash = tools.fingerprint({ teamKey, sprint });
    const identity = book.find(JIRA_PLACES, 'sprint', key);
    const id = identity?.entityId ?? tools.newId();
    plan.sprintIds.set(key, id);
    const effect = effectOf(identity, contentHash);
    if (effect !== 'unchanged') plan.sprints.push({ id, key, teamKey, sprint });
    tally.note({ effect, kind: 'sprint', key, title: sprint.name, details: `of ${teams.nameOf(teamKey)}` });
    book.put({ source: JIRA_PLACES, kind: 'sprint', key, entityId: id, contentHash });
  }
  for (const issue of issues) {
    const item = backlogItemOf(issue, teams);
    const contentHash = tools.fingerprint(item);
    const identity = book.find(issue.source, 'backlog-item', item.key);
    const effect = effectOf(identity, contentHash);
    const details = `${item.type} of ${teams.nameOf(item.teamKey)}, ${issue.status}`;
    tally.note({ effect, kind: 'backlog-item', key: item.key, title: item.title, details });
    if (effect !== 'unchanged')
      plan.items.push({
        id: identity?.entityId ?? tools.newId(),
        item,
        source: issue.source,
        contentHash,
        isNew: effect === 'create',
      });
  }
  return plan;
}

function effectOf(identity: { contentHash: string } | undefined, contentHash: string): ImportEffect {
  if (identity === undefined) return 'create';
  return identity.contentHash === contentHash ? 'unchanged' : 'update';
}
