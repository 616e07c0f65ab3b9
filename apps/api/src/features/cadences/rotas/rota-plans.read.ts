import { startsBetween } from '@chapterhouse/domain/cadences/recurrence';
import {
  planTurns,
  type RotaChange,
  type RotaMember,
  type Turn,
  type TurnSlot,
} from '@chapterhouse/domain/cadences/rota';
import { dayOf, momentOf, plusDays, startOfDay } from '@chapterhouse/domain/cadences/wall-clock';
import type { AbsenceFact } from '@chapterhouse/domain/organization/accountability';
import type { WorkingCalendar } from '@chapterhouse/domain/organization/working-calendar';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { WorkingCalendarRead } from '../../organization/public.js';
import { CadencesRepository } from '../cadences.repository.js';
import { grouped } from '../grouped.js';
import type { OccurrenceRef } from '../occurrence-id.js';
import { type OccurrenceFacts, OccurrencesRead } from '../occurrences.read.js';
import type { KeptTurnRow, RotaChangeRow, RotaRow } from './rota-row.js';
import { RotasRepository } from './rotas.repository.js';

/** A turn with when it begins, and of facilitation the date that it is of. */
export interface PlannedTurn extends Turn {
  /** ISO text. */
  startsAt: string;
  ref: OccurrenceRef | null;
  /** Its day is over and it is kept. */
  isKept: boolean;
}

/** A rota with all its turns, those of the past first. */
export interface RotaPlan {
  row: RotaRow;
  members: RotaMember[];
  changes: RotaChangeRow[];
  turns: PlannedTurn[];
}

interface DatedSlot extends TurnSlot {
  startsAt: string;
  ref: OccurrenceRef | null;
}

/** Who takes which turn: what is kept, and what follows from members, absences and changes. A few statements for any number. */
@Injectable()
export class RotaPlansRead {
  constructor(
    @Inject(RotasRepository) private readonly rotas: RotasRepository,
    @Inject(CadencesRepository) private readonly cadences: CadencesRepository,
    @Inject(OccurrencesRead) private readonly occurrences: OccurrencesRead,
    @Inject(WorkingCalendarRead) private readonly calendars: WorkingCalendarRead,
  ) {}

  /** By rota. @param endsBefore YYYY-MM-DD, of the last turns that are asked for */
  async of(tx: Tx, rows: readonly RotaRow[], endsBefore: string): Promise<Map<string, RotaPlan>> {
    if (rows.length === 0) return new Map();
    const ids = rows.map(({ id }) => id);
    const members = grouped(await this.rotas.members(tx, ids), ({ rotaId }) => rotaId);
    const changes = grouped(await this.rotas.changes(tx, ids), ({ rotaId }) => rotaId);
    const kept = grouped(await this.rotas.kept(tx, ids), ({ rotaId }) => rotaId);
    const froms = new Map(rows.map((row) => [row.id, firstOpenDay(row, kept.get(row.id) ?? [])]));
    const horizon = [...changes.values()]
      .flat()
      .reduce((last, change) => later(last, plusDays(lastOf(change), 1)), endsBefore);
    const earliest = [...froms.values()].reduce((first, day) => (day < first ? day : first), horizon);
    const people = [...members.values()].flat().map(({ personId }) => personId);
    const absences = await this.rotas.absences(tx, [...new Set(people)], earliest);
    const dates = await this.datesOf(tx, rows, earliest, horizon);
    const calendar = await this.calendars.of(tx);
    return new Map(
      rows.map((row) => {
        const known = kept.get(row.id) ?? [];
        const slots = slotsOf(row, froms.get(row.id) ?? earliest, horizon, dates, calendar, known);
        const plan: RotaPlan = {
          row,
          members: members.get(row.id) ?? [],
          changes: changes.get(row.id) ?? [],
          turns: [],
        };
        return [row.id, { ...plan, turns: turnsOf(plan, absences, known, slots, endsBefore) }];
      }),
    );
  }

  /** Dates of facilitation by the first series of their line, those that take place. */
  private async datesOf(
    tx: Tx,
    rows: readonly RotaRow[],
    from: string,
    endsBefore: string,
  ): Promise<Map<string, OccurrenceFacts[]>> {
    const roots = rows.flatMap(({ root_id: rootId }) => rootId ?? []);
    if (roots.length === 0) return new Map();
    const series = (await this.cadences.ofLines(tx, roots)).filter(({ facilitation }) => facilitation === 'ROTA');
    const dates = await this.occurrences.ofSeries(tx, series, startOfDay(from), startOfDay(endsBefore));
    return grouped(
      dates.filter(({ state }) => state === 'PLANNED'),
      ({ cadence }) => cadence.root_id,
    );
  }
}

/** Turns are planned from the day after the last one that is kept. */
function firstOpenDay({ starts_on: startsOn }: RotaRow, kept: readonly KeptTurnRow[]): string {
  const last = kept.at(-1);
  return last === undefined ? startsOn : later(startsOn, plusDays(last.day, 1));
}

function slotsOf(
  row: RotaRow,
  from: string,
  endsBefore: string,
  dates: ReadonlyMap<string, OccurrenceFacts[]>,
  { timeZone, startHour }: WorkingCalendar,
  kept: readonly KeptTurnRow[],
): DatedSlot[] {
  // Of an ended one the dates that rotate still are those of a series that goes on for a while.
  if (row.ended_at !== null && row.root_id === null) return [];
  if (row.root_id === null)
    return startsBetween(
      { rule: row.rule, startsAt: startOfDay(row.starts_on), endsBefore: null },
      startOfDay(from),
      startOfDay(endsBefore),
    ).map((start) => {
      const on = dayOf(start);
      const begins = momentOf(`${on}T${String(startHour).padStart(2, '0')}:00`, timeZone);
      return { on, day: on, chosenId: null, startsAt: new Date(begins).toISOString(), ref: null };
    });
  const known = new Set(kept.map(({ on }) => on));
  const own = [...(dates.get(row.root_id) ?? [])].sort((a, b) => a.startsAt - b.startsAt);
  return own.flatMap((date): DatedSlot[] => {
    const on = dayOf(date.originalStart);
    const day = dayOf(date.localStart);
    // Two dates of one day are one turn.
    if (day < from || known.has(on)) return [];
    known.add(on);
    const startsAt = new Date(date.startsAt).toISOString();
    const { cadenceId, originalStart } = date;
    return [{ on, day, chosenId: date.own?.facilitator_id ?? null, startsAt, ref: { cadenceId, originalStart } }];
  });
}

function turnsOf(
  { row, members, changes }: RotaPlan,
  absences: readonly AbsenceFact[],
  kept: readonly KeptTurnRow[],
  slots: readonly DatedSlot[],
  endsBefore: string,
): PlannedTurn[] {
  const before = kept.map(({ cadenceId, originalStart, ...turn }) => ({
    ...turn,
    ref: cadenceId === null || originalStart === null ? null : { cadenceId, originalStart },
    isKept: true,
  }));
  const facts = { purpose: row.purpose, size: row.size, members, absences, changes: changes satisfies RotaChange[] };
  const planned = planTurns(facts, before, slots).map((turn, index) => {
    const { startsAt = '', ref = null } = slots[index] ?? {};
    return { ...turn, startsAt, ref, isKept: false };
  });
  return [...before, ...planned].filter(({ day }) => day < endsBefore);
}

const lastOf = (change: RotaChange): string => (change.kind === 'SWAP' ? later(change.on, change.withOn) : change.on);
const later = (one: string, other: string): string => (one > other ? one : other);
