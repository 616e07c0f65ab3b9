import type { SprintEvent } from '@chapterhouse/domain/sprints/sprint-events';
import type { SprintState } from '@chapterhouse/domain/sprints/sprint-fields';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { EventLog, type NewEvent } from '../../platform/events/event-log.js';
import { changesBetween, shownOf } from './sprint-changes.js';
import { ImportedSprintsRepository, type ImportedSprint, type PresentSprint } from './imported-sprints.repository.js';
import type { SprintRow } from './sprint-row.js';
import { SprintsRepository } from './sprints.repository.js';

/** Of a sprint of a file, what stays as it is here, as a sentence for people. */
export interface KeptSprint {
  id: string;
  what: string;
}

const FIELD_WORDS = {
  name: 'name',
  goal: 'goal',
  state: 'state',
  startsOn: 'first day',
  endsBefore: 'last day',
  plannedItems: 'items planned',
  plannedPoints: 'points planned',
  doneItems: 'items done',
  donePoints: 'points done',
} as const;

/**
 * Sprints as files tell them. A file's word counts until somebody changes a field here: from then on that field is theirs,
 * the import says so, and leaves it alone until they clear it. What was removed here stays removed.
 */
@Injectable()
export class ImportSprints {
  constructor(
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(SprintsRepository) private readonly sprints: SprintsRepository,
    @Inject(ImportedSprintsRepository) private readonly imported: ImportedSprintsRepository,
  ) {}

  /** Which of these will not become what their file says. */
  async kept(tx: Tx, sprints: readonly ImportedSprint[]): Promise<KeptSprint[]> {
    const present = await this.imported.present(tx, sprints, false);
    return sprints.flatMap((sprint) => {
      const row = present.get(sprint.id);
      const what = row && keptOf(sprint, row);
      return what ? [{ id: sprint.id, what }] : [];
    });
  }

  /** Sprints of these teams by `name@<key of the team>`, names in lower case; of two of one name the later one. */
  async byName(tx: Tx, teamIds: ReadonlyMap<string, string>): Promise<Map<string, string>> {
    const keys = new Map([...teamIds].map(([key, id]) => [id, key]));
    const rows = await this.imported.names(
      tx,
      [...teamIds.values()].filter((id) => id !== ''),
    );
    return new Map(rows.map(({ id, team_id, name }) => [`${name}@${keys.get(team_id) ?? ''}`, id]));
  }

  /** A few statements: give it some hundred at a time. */
  async apply(tx: Tx, sprints: readonly ImportedSprint[]): Promise<void> {
    const present = await this.imported.present(tx, sprints, true);
    const fresh = sprints.filter(({ id }) => !present.has(id));
    const changed = sprints.flatMap((sprint) => {
      const row = present.get(sprint.id);
      if (!row || row.removed) return [];
      const after = afterImport(sprint, row);
      return isSame(after, row) ? [] : [after];
    });
    const before = await this.rows(tx, changed);
    await this.imported.insert(tx, fresh);
    await this.imported.update(tx, changed);
    const after = await this.rows(tx, [...fresh, ...changed]);
    await this.events.append(tx, ...[...after.values()].map((row) => eventOf(before.get(row.id), row)));
  }

  private async rows(tx: Tx, sprints: readonly { id: string }[]): Promise<Map<string, SprintRow>> {
    const rows = await this.sprints.byIds(
      tx,
      sprints.map(({ id }) => id),
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}

function afterImport(given: ImportedSprint, row: PresentSprint): ImportedSprint {
  const own = (field: 'name' | 'goal' | 'state'): boolean => row.edited_by_hand.includes(field);
  return {
    ...given,
    name: own('name') ? row.name : given.name,
    goal: own('goal') ? row.goal : given.goal,
    state: own('state') ? row.state : stateOf(given.state, row),
  };
}

/** What somebody said was done is not taken back by a file that says that it has not begun. */
function stateOf(given: SprintState, row: PresentSprint): SprintState {
  return given === 'FUTURE' && row.says_done ? row.state : given;
}

function isSame(after: ImportedSprint, row: PresentSprint): boolean {
  return (
    after.teamId === row.team_id &&
    after.name === row.name &&
    after.goal === row.goal &&
    after.state === row.state &&
    after.startsAt === row.starts_at &&
    after.endsAt === row.ends_at &&
    after.completedAt === row.completed_at
  );
}

function keptOf(given: ImportedSprint, row: PresentSprint): string | undefined {
  if (row.removed) return 'This sprint was removed here: it stays removed.';
  const fields = row.edited_by_hand.filter((field) =>
    field === 'name' || field === 'goal' || field === 'state' ? given[field] !== row[field] : true,
  );
  if (fields.length === 0) return undefined;
  const words = fields.map((field) => FIELD_WORDS[field]).join(', ');
  return `Changed here by hand, and so left as it is here: ${words}.`;
}

function eventOf(before: SprintRow | undefined, row: SprintRow): NewEvent {
  const name: SprintEvent = before ? 'sprint.edited' : 'sprint.recorded';
  const changes = changesBetween(before ? shownOf(before) : null, shownOf(row));
  return { name, subjectType: 'Sprint', subjectId: row.id, subjectVersion: row.version, payload: { changes } };
}
