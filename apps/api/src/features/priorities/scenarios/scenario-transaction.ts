import type { ScenarioEvent, ScenarioPayload } from '@chapterhouse/domain/priorities/scenario-events';
import { canOnScenario, isSeen, type ScenarioAction } from '@chapterhouse/domain/priorities/scenario-policy';
import { refuseUnlessLegalForScenario } from '@chapterhouse/domain/priorities/scenario-state';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { idempotently } from '../../../platform/graphql/idempotency.js';
import { factsOf, type ScenarioRow } from './scenario-row.js';
import { type Scenario, scenarioOf } from './scenarios.graphql.js';
import { type ScenarioChange, ScenariosRepository } from './scenarios.repository.js';

/** What every mutation of an existing scenario is asked with. */
export interface ScenarioCall {
  viewer: Viewer;
  id: string;
  /** Absent where the mutation adds something beside the scenario's own fields. */
  version?: number;
  /** All that was given, to tell a repetition from another call with the same key. */
  input: object;
  idempotencyKey: string | null | undefined;
}

export interface ScenarioOutcome extends Pick<ScenarioPayload, 'changes' | 'note'> {
  event: ScenarioEvent;
  version: number;
}

/** The scenario as it was loaded and locked, inside the transaction that changes it. */
export interface OpenedScenario {
  tx: Tx;
  row: ScenarioRow;
  viewer: Viewer;
  /** ISO text of now. */
  at: string;
  /** Writes the columns and answers the new version. */
  save(changes: Partial<ScenarioChange>): Promise<number>;
}

/** One change of one scenario; undefined when there was nothing to change: no event then. */
export type ScenarioUse = (opened: OpenedScenario) => Promise<ScenarioOutcome | undefined>;

/** Whoever may not see it is not told that it is there. */
type Action = Exclude<ScenarioAction, 'scenario:create'>;

/** The frame of every mutation: one transaction, at most once per key, locked, permitted, of the version that was seen, on the record. */
@Injectable()
export class ScenarioTransaction {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(ScenariosRepository) private readonly scenarios: ScenariosRepository,
  ) {}

  /** @throws NOT_FOUND, FORBIDDEN, CONFLICT, SCENARIO_IN_OTHER_STATE, and what the use refuses */
  change(call: ScenarioCall, action: Action, use: ScenarioUse): Promise<Scenario> {
    return this.with(call, action, use, (_, scenario) => scenario);
  }

  /** As `change`, with an answer of one's own. @param what distinguishes two mutations of one action */
  with<T extends object>(
    call: ScenarioCall,
    action: Action,
    use: ScenarioUse,
    answer: (opened: OpenedScenario, scenario: Scenario) => T,
    what: string = action,
  ): Promise<T> {
    const { viewer, id, version } = call;
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, call.idempotencyKey, what, { id, version, ...call.input }, async () => {
        const row = await this.open(tx, call, action);
        const opened = this.opened(tx, viewer, row);
        const outcome = await use(opened);
        const changed = await this.scenarios.byId(tx, id);
        if (!changed) throw refusePlatform('NOT_FOUND', {});
        if (outcome) await this.tell(tx, changed, outcome);
        return answer(opened, scenarioOf(changed));
      }),
    );
  }

  /** Puts it on the record. */
  async tell(tx: Tx, row: ScenarioRow, { event, version, changes, ...said }: ScenarioOutcome): Promise<void> {
    await this.events.append(tx, {
      name: event,
      subjectType: 'Scenario',
      subjectId: row.id,
      subjectVersion: version,
      payload: {
        ...said,
        changes: changes.filter(({ from, to }) => from !== to),
        ownerId: row.owner_id,
        isPrivate: row.state === 'DRAFT' || row.state === 'DISCARDED',
      } satisfies ScenarioPayload,
    });
  }

  private opened(tx: Tx, viewer: Viewer, row: ScenarioRow): OpenedScenario {
    const at = viewer.now.toISOString();
    const save: OpenedScenario['save'] = async (changes) => {
      const version = await this.scenarios.update(tx, row, changes, at);
      if (version === undefined) throw conflict(row);
      return version;
    };
    return { tx, row, viewer, at, save };
  }

  private async open(tx: Tx, { viewer, id, version }: ScenarioCall, action: Action): Promise<ScenarioRow> {
    const row = await this.scenarios.forUpdate(tx, id);
    const facts = row && factsOf(row);
    if (!row || !facts || !isSeen(viewer.actor, facts)) throw refusePlatform('NOT_FOUND', {});
    const verdict = canOnScenario(viewer.actor, action, facts);
    if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action, reason: verdict.reason });
    if (version !== undefined && version !== row.version) throw conflict(row);
    const refused = refuseUnlessLegalForScenario(row.state, action);
    if (refused) throw refused;
    return row;
  }
}

function conflict(row: ScenarioRow): Error {
  return refusePlatform('CONFLICT', { currentVersion: row.version, current: scenarioOf(row) });
}
