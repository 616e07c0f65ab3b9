import { refuseAction } from '@chapterhouse/domain/cadences/action-refusals';
import {
  OUTCOME_TEXT_LIMIT,
  OUTCOMES_PER_OCCURRENCE,
  type OutcomeKind,
} from '@chapterhouse/domain/cadences/meeting-events';
import { filled, problemsOf } from '@chapterhouse/domain/field-checks';
import { type FieldProblem, refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { impedimentNumberOf } from '../../impediments/public.js';
import { PromiseAction } from '../actions/promise-action.js';
import { type OccurrenceCall, OccurrenceTransaction, type OpenedOccurrence } from '../occurrence-transaction.js';
import type { Occurrence } from '../occurrences.graphql.js';
import { AttendanceRepository } from './attendance.repository.js';
import { AttendanceService } from './attendance.service.js';
import { tellMeeting } from './record-attendance.js';

/** What came of a date, as somebody gave it. */
export interface GivenOutcome {
  kind: OutcomeKind;
  text?: string | null | undefined;
  decisionKey?: string | null | undefined;
  impedimentKey?: string | null | undefined;
  ownerId?: string | null | undefined;
  dueOn?: string | null | undefined;
}

interface Found {
  decisionId: string | null;
  impedimentId: string | null;
  actionId: string | null;
  text: string;
  /** For the record. */
  title: string;
}

/** Adding what came of a date: a decision, an impediment, an action or a note, and taking it away again. */
@Injectable()
export class ChangeOutcomes {
  constructor(
    @Inject(OccurrenceTransaction) private readonly frame: OccurrenceTransaction,
    @Inject(AttendanceRepository) private readonly attendance: AttendanceRepository,
    @Inject(AttendanceService) private readonly service: AttendanceService,
    @Inject(PromiseAction) private readonly promises: PromiseAction,
    @Inject(EventLog) private readonly events: EventLog,
  ) {}

  /** @throws as the frame; INVALID_INPUT, OUTCOME_ADDED_ALREADY; NOT_FOUND for a thing of nobody here */
  add(call: OccurrenceCall, given: GivenOutcome): Promise<Occurrence> {
    refuseProblems(problemsIn(given));
    return this.frame.change(call, { action: 'occurrence:add-outcome' }, async (opened) => {
      const { tx, facts, viewer, at } = opened;
      const { cadenceId, originalStart } = facts;
      if ((await this.attendance.outcomes(tx, [facts])).length >= OUTCOMES_PER_OCCURRENCE)
        refuseProblems([{ field: 'kind', problem: `A date has at most ${OUTCOMES_PER_OCCURRENCE} outcomes.` }]);
      const { title, ...found } = await this.found(opened, given);
      const added = await this.attendance.add(tx, {
        cadenceId,
        originalStart,
        kind: given.kind,
        ...found,
        addedBy: viewer.personId,
        addedAt: at,
      });
      if (!added) throw refuseAction('OUTCOME_ADDED_ALREADY', {});
      await tellMeeting(this.events, opened, 'occurrence.outcome-added', [
        { field: given.kind.toLowerCase(), from: null, to: title },
      ]);
    });
  }

  /** What was decided, raised or promised stays: only its place here goes. @throws as the frame */
  async remove(viewer: Viewer, id: string, idempotencyKey: string | null | undefined): Promise<Occurrence> {
    const outcome = await this.service.outcome(viewer, id);
    if (!outcome) throw refusePlatform('NOT_FOUND', {});
    const { cadenceId, originalStart } = outcome;
    const call: OccurrenceCall = { viewer, ref: { cadenceId, originalStart }, input: { id }, idempotencyKey };
    const about = { outcomeById: outcome.addedBy };
    return this.frame.change(call, { action: 'occurrence:remove-outcome', about }, async (opened) => {
      const row = await this.attendance.outcome(opened.tx, id);
      if (!row) throw refusePlatform('NOT_FOUND', {});
      const title = await titleOf(opened.tx, row);
      if (!(await this.attendance.remove(opened.tx, id, opened.at))) return;
      await tellMeeting(this.events, opened, 'occurrence.outcome-removed', [
        { field: row.kind.toLowerCase(), from: title, to: null },
      ]);
    });
  }

  private async found({ tx, viewer, facts }: OpenedOccurrence, given: GivenOutcome): Promise<Found> {
    const text = given.text?.trim() ?? '';
    const none = { decisionId: null, impedimentId: null, actionId: null, text };
    switch (given.kind) {
      case 'NOTE':
        return { ...none, title: text.slice(0, 200) };
      case 'DECISION': {
        const row = await thing(tx, DECISION, decisionNumber(given.decisionKey));
        return { ...none, decisionId: row.id, title: `D-${row.number} ${row.title}` };
      }
      case 'IMPEDIMENT': {
        const row = await thing(tx, IMPEDIMENT, impedimentNumberOf(given.impedimentKey ?? ''));
        return { ...none, impedimentId: row.id, title: `IMP-${row.number} ${row.title}` };
      }
      case 'ACTION': {
        const { cadenceId, originalStart, cadence } = facts;
        const action = await this.promises.promise(tx, viewer, {
          title: text,
          ownerId: readId('Person', given.ownerId ?? ''),
          dueOn: given.dueOn ?? '',
          ref: { cadenceId, originalStart },
          chapterId: cadence.chapter_id,
          impedimentId: null,
          teamId: cadence.scope_kind === 'TEAM' ? cadence.team_id : null,
        });
        return { ...none, text: '', actionId: readId('ActionItem', action.id), title: action.title };
      }
    }
  }
}

/** What each kind needs. */
function problemsIn({ kind, text, decisionKey, impedimentKey, ownerId, dueOn }: GivenOutcome): FieldProblem[] {
  const missing = (field: string, value: string | null | undefined, remedy: string): FieldProblem[] =>
    value?.trim() ? [] : [{ field, problem: remedy }];
  const words = kind === 'NOTE' || kind === 'ACTION' ? (text ?? '') : null;
  return [
    ...problemsOf('text', words, filled('Say what came of it', OUTCOME_TEXT_LIMIT)),
    ...(kind === 'DECISION' ? missing('decisionKey', decisionKey, 'Give the key of the decision, such as D-7.') : []),
    ...(kind === 'IMPEDIMENT' ? missing('impedimentKey', impedimentKey, 'Give its key, such as IMP-42.') : []),
    ...(kind === 'ACTION' ? missing('ownerId', ownerId, 'Say who does it.') : []),
    ...(kind === 'ACTION' ? missing('dueOn', dueOn, 'Say by when.') : []),
  ];
}

interface Thing {
  id: string;
  number: number;
  title: string;
}

/** @throws NOT_FOUND */
async function thing(tx: Tx, sql: string, number: number | undefined): Promise<Thing> {
  const row =
    number === undefined
      ? undefined
      : await tx.one<Thing & Record<string, unknown>>(`${sql} and number = $2`, [tx.organizationId, number]);
  if (!row) throw refusePlatform('NOT_FOUND', {});
  return row;
}

async function titleOf(
  tx: Tx,
  row: { text: string; decisionId: string | null; impedimentId: string | null; actionId: string | null },
): Promise<string> {
  const found = await tx.one<{ title: string }>(TITLE, [
    tx.organizationId,
    row.decisionId,
    row.impedimentId,
    row.actionId,
  ]);
  return found?.title ?? row.text.slice(0, 200);
}

/** Undefined for what is no key. */
function decisionNumber(key: string | null | undefined): number | undefined {
  const [, number] = /^D-([1-9]\d{0,8})$/i.exec(key?.trim() ?? '') ?? [];
  return number === undefined ? undefined : Number(number);
}

function refuseProblems(fields: FieldProblem[]): void {
  if (fields.length > 0) throw refusePlatform('INVALID_INPUT', { fields });
}

const DECISION = 'select id, number, title from decisions where organization_id = $1';
const IMPEDIMENT = 'select id, number, title from impediments where organization_id = $1';
const TITLE = `
  select 'D-' || number || ' ' || title as title from decisions where organization_id = $1 and id = $2
  union all select 'IMP-' || number || ' ' || title from impediments where organization_id = $1 and id = $3
  union all select title from action_items where organization_id = $1 and id = $4`;
