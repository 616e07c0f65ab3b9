import type { CadenceSpan } from '@chapterhouse/domain/cadences/cadence-kinds';
import { refuseCadence } from '@chapterhouse/domain/cadences/cadence-refusals';
import { isStart, lastDayOf } from '@chapterhouse/domain/cadences/recurrence';
import { firstToCome, hasBegun, ruleFrom } from '@chapterhouse/domain/cadences/series-split';
import { dayOf, type LocalDateTime, momentOf } from '@chapterhouse/domain/cadences/wall-clock';
import { Inject, Injectable } from '@nestjs/common';
import { globalId } from '../../platform/graphql/global-id.js';
import { type CadenceRow, seriesOf } from './cadence-row.js';
import { cadenceChangesTold, peopleTold } from './cadence-changes-told.js';
import { CadenceReferences } from './cadence-references.js';
import { type CadenceCall, CadenceTransaction, type OpenedCadence } from './cadence-transaction.js';
import { type CadenceColumns, CadenceWrites } from './cadence-writes.js';
import type { Cadence } from './cadences.graphql.js';
import { recurrenceOf, refuseFacilitation } from './create-cadence.js';
import { DatesAfter } from './dates-after.js';
import { EditOccurrence } from './edit-occurrence.js';
import type { GivenChanges } from './given-cadence.js';
import { refuseCadenceProblems, refuseField } from './refuse-cadence.js';
import { FacilitationRotas } from './rotas/facilitation-rotas.js';
import { SeriesTold } from './series-told.js';
import { SplitCadence } from './split-cadence.js';

/** Changes of one date, of one and all after it, or of all that are still to come: what took place stays as it was. */
@Injectable()
export class EditCadence {
  constructor(
    @Inject(CadenceTransaction) private readonly frame: CadenceTransaction,
    @Inject(CadenceWrites) private readonly writes: CadenceWrites,
    @Inject(CadenceReferences) private readonly references: CadenceReferences,
    @Inject(DatesAfter) private readonly dates: DatesAfter,
    @Inject(SplitCadence) private readonly splits: SplitCadence,
    @Inject(EditOccurrence) private readonly occurrences: EditOccurrence,
    @Inject(FacilitationRotas) private readonly rotas: FacilitationRotas,
    @Inject(SeriesTold) private readonly told: SeriesTold,
  ) {}

  /** @throws NOT_FOUND, FORBIDDEN, CONFLICT, INVALID_INPUT, CADENCE_OVER */
  edit(call: CadenceCall, span: CadenceSpan, at: LocalDateTime | null, changes: GivenChanges): Promise<Cadence> {
    return this.frame.change(call, 'cadence:edit', async (opened) => {
      refuseCadenceProblems({ ...changes, ...changes.audience });
      if (span === 'THIS') {
        await this.occurrences.editIn(opened, required(at), changes);
        return opened.row.id;
      }
      const after = await this.changed(opened, changes);
      if (span === 'THIS_AND_FOLLOWING') return this.fromThere(opened, after, required(at), changes);
      return this.all(opened, after, changes);
    });
  }

  /** The series as it would be, its people known. @throws INVALID_INPUT, NOT_FOUND */
  private async changed({ tx, viewer, row }: OpenedCadence, changes: GivenChanges): Promise<CadenceRow> {
    const facilitation = changes.facilitation ?? row.facilitation;
    const stays = facilitation === 'FIXED' ? row.facilitator_id : null;
    const facilitatorId = changes.facilitatorId === undefined ? stays : changes.facilitatorId;
    refuseFacilitation({ facilitation, facilitatorId });
    if (row.followed_by_id !== null && changes.endsBefore !== undefined && changes.endsBefore !== row.ends_before)
      throw refuseCadence('CADENCE_OVER', { followedById: globalId('Cadence', row.followed_by_id) });
    const { audience, rotaPersonIds = [] } = changes;
    const added = (audience?.personIds ?? []).filter((id) => !row.person_ids.includes(id));
    await this.references.people(tx, viewer, added, 'audience.personIds');
    if (facilitatorId !== row.facilitator_id && facilitatorId !== null)
      await this.references.people(tx, viewer, [facilitatorId], 'facilitatorId');
    if (facilitation === 'ROTA' && row.facilitation !== 'ROTA' && rotaPersonIds.length === 0)
      refuseField('rotaPersonIds', 'Choose who takes turns.');
    return {
      ...row,
      name: changes.name ?? row.name,
      rule: changes.rule === undefined ? row.rule : changes.rule,
      starts_at: changes.startsAt ?? row.starts_at,
      time_zone: changes.timeZone ?? row.time_zone,
      minutes: changes.minutes ?? row.minutes,
      place: changes.place ?? row.place,
      agenda: changes.agenda ?? row.agenda,
      facilitation,
      facilitator_id: facilitatorId,
      roles: audience?.roles ?? row.roles,
      person_ids: audience?.personIds ?? row.person_ids,
      ends_before: changes.endsBefore === undefined ? row.ends_before : changes.endsBefore,
    };
  }

  private async fromThere(
    opened: OpenedCadence,
    after: CadenceRow,
    at: LocalDateTime,
    changes: GivenChanges,
  ): Promise<string> {
    const { row, viewer } = opened;
    if (!isStart(seriesOf(row), at)) refuseField('at', 'This is no date of the cadence; choose one that is.');
    if (momentOf(at, row.time_zone) <= viewer.now.getTime())
      refuseField('at', 'Choose a date that is still to come: what took place stays as it was.');
    if (at === row.starts_at) return this.inPlace(opened, after, changes);
    const starts = changes.startsAt ?? at;
    const rule = changes.rule === undefined ? ruleFrom(seriesOf(row), at, row.time_zone) : changes.rule;
    const recurrence = newRecurrence({ ...after, rule, starts_at: starts }, changes);
    if (momentOf(recurrence.startsAt, after.time_zone) <= viewer.now.getTime())
      refuseField('startsAt', 'Choose a time that is still to come.');
    return this.splits.split(opened, { ...after, ...columnsOf(recurrence) }, dayOf(at), changes.rotaPersonIds);
  }

  /** What took place stays as it was: where that would change, another series goes on from the next date. */
  private async all(opened: OpenedCadence, after: CadenceRow, changes: GivenChanges): Promise<string> {
    const { row, viewer } = opened;
    const now = viewer.now.getTime();
    const series = { ...seriesOf(row), timeZone: row.time_zone };
    if (!isOther(row, after) || !hasBegun(series, now)) return this.inPlace(opened, after, changes);
    const cut = firstToCome(series, now);
    if (cut === null)
      throw refuseCadence('CADENCE_OVER', {
        followedById: row.followed_by_id === null ? null : globalId('Cadence', row.followed_by_id),
      });
    const whole = newRecurrence(after, changes);
    const next = firstToCome({ ...whole, timeZone: after.time_zone }, now);
    if (next === null) refuseField('rule', 'This leaves no date to come; end the cadence instead.');
    const recurrence = newRecurrence(
      { ...after, rule: ruleFrom(whole, next, after.time_zone), starts_at: next },
      changes,
    );
    return this.splits.split(opened, { ...after, ...columnsOf(recurrence) }, dayOf(cut), changes.rotaPersonIds);
  }

  private async inPlace(opened: OpenedCadence, after: CadenceRow, changes: GivenChanges): Promise<string> {
    const { tx, viewer, row } = opened;
    const hasOtherDates = isOtherDates(row, after);
    const recurrence = hasOtherDates
      ? columnsOf(newRecurrence(after, changes))
      : { rule: row.rule, starts_at: row.starts_at, ...endOf(row, after, viewer.today) };
    const becomes = { ...after, ...recurrence };
    await this.rotas.keepPast(tx, viewer, row);
    const people = await this.told.before(tx, row, viewer.today, viewer.now);
    const version = await opened.save(tableColumns(becomes));
    await this.writes.replacePeople(tx, row.id, becomes.person_ids);
    const into = { ...seriesOf(becomes), id: row.id, timeZone: becomes.time_zone };
    if (hasOtherDates || becomes.ends_before !== row.ends_before)
      await this.dates.settle(tx, row, `${viewer.today}T00:00`, into);
    await this.keepRota(opened, becomes, changes.rotaPersonIds);
    const names = await this.references.names(tx, viewer, peopleTold(row, becomes));
    const told = await this.told.changed(tx, [row, becomes], people, viewer.today, viewer.now);
    await opened.tell(
      'cadence.edited',
      version,
      cadenceChangesTold(row, becomes, (id) => names.get(id) ?? ''),
      told,
    );
    return row.id;
  }

  private async keepRota({ tx, viewer, row }: OpenedCadence, becomes: CadenceRow, personIds?: string[]): Promise<void> {
    if (becomes.facilitation !== 'ROTA') {
      if (row.facilitation === 'ROTA') await this.rotas.end(tx, viewer, row);
    } else if (personIds !== undefined) await this.rotas.set(tx, viewer, becomes, personIds);
  }
}

function required(at: LocalDateTime | null): LocalDateTime {
  return at ?? refuseField('at', 'Say which date is meant, by its original start.');
}

/** Whether dates would be others. */
function isOtherDates(before: CadenceRow, after: CadenceRow): boolean {
  return (
    before.rule !== after.rule ||
    before.starts_at !== after.starts_at ||
    before.time_zone !== after.time_zone ||
    before.minutes !== after.minutes
  );
}

/** Whether dates would be others, or show something else: all that a series says but when it ends. */
function isOther(before: CadenceRow, after: CadenceRow): boolean {
  return (
    isOtherDates(before, after) ||
    before.name !== after.name ||
    before.place !== after.place ||
    before.agenda !== after.agenda ||
    before.facilitation !== after.facilitation ||
    before.facilitator_id !== after.facilitator_id ||
    !areSame(before.roles, after.roles) ||
    !areSame(before.person_ids, after.person_ids)
  );
}

/** In whatever order. */
function areSame(one: readonly string[], other: readonly string[]): boolean {
  return [...one].sort().join() === [...other].sort().join();
}

/** @throws INVALID_INPUT; also where a new day was given that the old rule does not give */
function newRecurrence(after: CadenceRow, changes: GivenChanges): ReturnType<typeof recurrenceOf> {
  const recurrence = recurrenceOf({
    rule: after.rule,
    startsAt: after.starts_at,
    timeZone: after.time_zone,
    endsBefore: after.ends_before,
  });
  if (changes.startsAt !== undefined && changes.rule === undefined && recurrence.startsAt !== after.starts_at)
    refuseField('startsAt', 'The rule does not give this day; change the rule as well.');
  return recurrence;
}

function columnsOf({ rule, startsAt, endsBefore, lastOn }: ReturnType<typeof recurrenceOf>): {
  rule: string | null;
  starts_at: LocalDateTime;
  ends_before: string | null;
  last_on: string | null;
} {
  return { rule, starts_at: startsAt, ends_before: endsBefore, last_on: lastOn };
}

/** Only the end is another one. @throws INVALID_INPUT for one before today: what took place stays */
function endOf(
  row: CadenceRow,
  { ends_before: endsBefore }: CadenceRow,
  today: string,
): { ends_before: string | null; last_on: string | null } {
  if (endsBefore === row.ends_before) return { ends_before: row.ends_before, last_on: row.last_on };
  if (endsBefore !== null && endsBefore < today)
    refuseField('endsBefore', 'Choose today or a later day: what took place stays as it was.');
  return { ends_before: endsBefore, last_on: lastDayOf({ ...seriesOf(row), endsBefore }) };
}

/** What of a row is written. */
export function tableColumns(row: CadenceRow): CadenceColumns {
  const { name, rule, starts_at, time_zone, minutes, place, agenda, facilitation, facilitator_id, roles } = row;
  const { ends_before, last_on } = row;
  return {
    name,
    rule,
    starts_at,
    time_zone,
    minutes,
    place,
    agenda,
    facilitation,
    facilitator_id,
    roles,
    ends_before,
    last_on,
  };
}
