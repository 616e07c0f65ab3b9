import type { DependencyEvent, DependencyPayload } from '@chapterhouse/domain/priorities/dependency-events';
import { answersFor, consumerPeople, waitsForPeople } from '@chapterhouse/domain/priorities/dependency-people';
import {
  canOnDependency,
  type DependencyAction,
  type DependencyPolicyFacts,
} from '@chapterhouse/domain/priorities/dependency-policy';
import { mayEditItem } from '@chapterhouse/domain/priorities/priorities-policy';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { idempotently } from '../../../platform/graphql/idempotency.js';
import { DependenciesRepository, type DependencyChange, type NewStep } from './dependencies.repository.js';
import { type Dependency, dependencyOf } from './dependencies.graphql.js';
import { DependencyPeopleRead } from './dependency-people.read.js';
import { consumerPlaceOf, type DependencyRow, endsOf, providerPlaceOf } from './dependency-row.js';

/** What every mutation of an existing dependency is asked with. */
export interface DependencyCall {
  viewer: Viewer;
  id: string;
  version: number;
  /** All that was given, to tell a repetition from another call with the same key. */
  input: object;
  idempotencyKey: string | null | undefined;
}

/** What a use case did; who is asked or told follows from it. */
export interface DependencyOutcome extends Pick<DependencyPayload, 'changes' | 'note'> {
  event: DependencyEvent;
  version: number;
}

/** The dependency as it was loaded and locked, inside the transaction that changes it. */
export interface OpenedDependency {
  tx: Tx;
  row: DependencyRow;
  viewer: Viewer;
  /** ISO text of now. */
  at: string;
  /** Writes the columns, with the step that both sides read, and answers the new version. */
  save(changes: Partial<DependencyChange>, step: Omit<NewStep, 'byId' | 'at'> | null): Promise<number>;
}

/** One change of one dependency; undefined when there was nothing to change: no event then. */
export type DependencyUse = (opened: OpenedDependency) => Promise<DependencyOutcome | undefined>;

/** The frame of every mutation: one transaction, at most once per key, locked, permitted, of the version that was seen, on the record. */
@Injectable()
export class DependencyTransaction {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(DependenciesRepository) private readonly dependencies: DependenciesRepository,
    @Inject(DependencyPeopleRead) private readonly people: DependencyPeopleRead,
  ) {}

  /** @throws NOT_FOUND, FORBIDDEN, CONFLICT, and what the use refuses */
  change(call: DependencyCall, action: DependencyAction, use: DependencyUse): Promise<Dependency> {
    const { viewer, id, version } = call;
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, call.idempotencyKey, action, { id, version, ...call.input }, async () => {
        const row = await this.open(tx, call, action);
        const outcome = await use(this.opened(tx, viewer, row));
        const changed = await this.dependencies.byId(tx, id);
        if (!changed) throw refusePlatform('NOT_FOUND', {});
        if (outcome) await this.tell(tx, viewer, changed, outcome);
        return dependencyOf(changed);
      }),
    );
  }

  /** Puts it on the record, with whose turn it is now and who hears of it. */
  async tell(tx: Tx, viewer: Viewer, row: DependencyRow, outcome: DependencyOutcome): Promise<void> {
    const { event, version, changes, ...said } = outcome;
    const facts = await this.people.around(tx, [row], viewer.today);
    const ends = endsOf(row);
    // Whoever edits what came back to their own side asks nobody.
    const isAsked = ASKING.includes(event) && (event !== 'dependency.edited' || row.state === 'REQUESTED');
    const asked = isAsked ? waitsForPeople(row.state, facts, ends, viewer.today) : [];
    const told = TOLD_CONSUMER.includes(event)
      ? consumerPeople(facts, ends, viewer.today)
      : answersFor(facts, ends.provider, viewer.today);
    await this.events.append(tx, {
      name: event,
      subjectType: 'Dependency',
      subjectId: row.id,
      subjectVersion: version,
      payload: {
        ...said,
        changes: changes.filter(({ from, to }) => from !== to),
        asked,
        told: told.filter((id) => !asked.includes(id)),
      } satisfies DependencyPayload,
    });
  }

  private opened(tx: Tx, viewer: Viewer, row: DependencyRow): OpenedDependency {
    const at = viewer.now.toISOString();
    const save: OpenedDependency['save'] = async (changes, step) => {
      const version = await this.dependencies.update(tx, row, changes, at);
      if (version === undefined) throw conflict(row);
      if (step) await this.dependencies.addStep(tx, row.id, { ...step, byId: viewer.personId, at });
      return version;
    };
    return { tx, row, viewer, at, save };
  }

  private async open(tx: Tx, call: DependencyCall, action: DependencyAction): Promise<DependencyRow> {
    const row = await this.dependencies.forUpdate(tx, call.id);
    if (!row) throw refusePlatform('NOT_FOUND', {});
    const verdict = canOnDependency(call.viewer.actor, action, policyFactsOf(call.viewer, row));
    if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action, reason: verdict.reason });
    if (call.version !== row.version) throw conflict(row);
    return row;
  }
}

/** What the policy looks at. */
export function policyFactsOf({ actor }: Viewer, row: DependencyRow): DependencyPolicyFacts {
  const { consumer, provider } = row;
  return {
    mayEditConsumer: mayEditItem(actor, { tier: consumer.tier, ...consumerPlaceOf(row) }),
    mayEditProvider: provider !== null && mayEditItem(actor, { tier: provider.tier, ...providerPlaceOf(row) }),
    providerPlace: providerPlaceOf(row),
  };
}

/** After these it is somebody's turn. */
const ASKING: readonly DependencyEvent[] = [
  'dependency.requested',
  'dependency.edited',
  'dependency.countered',
  'dependency.asked-again',
];
/** The provider did it; of all else the provider hears. */
const TOLD_CONSUMER: readonly DependencyEvent[] = [
  'dependency.committed',
  'dependency.countered',
  'dependency.declined',
  'dependency.delivered',
];

function conflict(row: DependencyRow): Error {
  return refusePlatform('CONFLICT', { currentVersion: row.version, current: dependencyOf(row) });
}
