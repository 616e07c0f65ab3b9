import { endClock, type LevelClock, pauseClock, resumeClock } from '@chapterhouse/domain/impediments/level-clock';
import { UNRESOLVED_STATES } from '@chapterhouse/domain/impediments/impediment-state';
import type { Refusal } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { endOf } from '../impediment-cost.js';
import { ImpedimentLevels, type Ladder } from '../impediment-levels.js';
import type { ImpedimentRow } from '../impediment-row.js';
import { type OpenedImpediment, unlessRefused } from '../impediment-transaction.js';
import type { ImpedimentColumns } from '../impediment-writes.js';
import { ClocksRepository } from './clocks.repository.js';
import { type Stay, clockEndsAt, isoOf, stayFrom } from './stay.js';

/** What an impediment's own row has to say of its clock. */
export type ClockColumns = Pick<ImpedimentColumns, 'level' | 'level_since' | 'clock_ends_at'>;

/** Which stay was the last one before a change, so that the change can be taken back. */
export interface FormerStay {
  /** 0: there was none. */
  number: number;
  /** ISO text; null: it had not ended. */
  endedAt: string | null;
}

export interface ClockStep<Columns> {
  columns: Columns;
  former: FormerStay;
}

type Opened = Pick<OpenedImpediment, 'tx' | 'row' | 'at'>;
/** Of an impediment's own row, as far as its clock follows from it. */
export type ClockFacts = Pick<
  ImpedimentRow,
  'id' | 'state' | 'level' | 'level_since' | 'resolved_at' | 'closed_at' | 'updated_at'
>;

/**
 * The clocks of an impediment that somebody holds the lock of, stay by stay. What is written to the impediment itself
 * (`columns`) is the caller's to save, in the same transaction.
 */
@Injectable()
export class ImpedimentClocks {
  constructor(
    @Inject(ClocksRepository) private readonly clocks: ClocksRepository,
    @Inject(ImpedimentLevels) private readonly levels: ImpedimentLevels,
  ) {}

  /** It comes to a level: by another one, or because it stands in the way again. The stay before ends. */
  async comesTo({ tx, row, at }: Opened, level: number, ladder: Ladder): Promise<ClockStep<ClockColumns>> {
    const { calendar } = ladder;
    const last = await this.last(tx, row, ladder);
    const now = latest(at, last);
    const began = stayFrom(now, level, ladder.termsOf(level), last);
    const ended = last && { ...last, clock: endClock(last.clock, now, calendar) };
    const stays = [...(ended ? [ended] : []), began].map((stay) => ({ impedimentId: row.id, stay }));
    await this.clocks.save(tx, stays, calendar);
    const columns = { level, level_since: isoOf(now), clock_ends_at: clockEndsAt(began, calendar) };
    return { columns, former: formerOf(last) };
  }

  /** It stands in nobody's way any more. */
  async ends({ tx, row, at }: Opened): Promise<ClockStep<Pick<ClockColumns, 'clock_ends_at'>>> {
    const ladder = await this.levels.ladder(tx);
    const last = await this.last(tx, row, ladder);
    if (last) {
      const stay = { ...last, clock: endClock(last.clock, latest(at, last), ladder.calendar) };
      await this.clocks.save(tx, [{ impedimentId: row.id, stay }], ladder.calendar);
    }
    return { columns: { clock_ends_at: null }, former: formerOf(last) };
  }

  /** @throws CLOCK_PAUSED_ALREADY, CLOCK_RAN_OUT */
  pauses(opened: Opened, reason: string): Promise<Pick<ClockColumns, 'clock_ends_at'>> {
    return this.turn(opened, (clock, at, { calendar }) => pauseClock(clock, reason, at, calendar));
  }

  /** @throws CLOCK_RUNS_ALREADY */
  resumes(opened: Opened): Promise<Pick<ClockColumns, 'clock_ends_at'>> {
    return this.turn(opened, (clock, at, { calendar }) => resumeClock(clock, at, calendar));
  }

  /** As if the change had not been: the stay before it goes on, and what passed meanwhile counts for it. */
  async takeBack(tx: Tx, impedimentId: string, former: FormerStay): Promise<Pick<ClockColumns, 'clock_ends_at'>> {
    const { calendar } = await this.levels.ladder(tx);
    await this.clocks.removeAfter(tx, impedimentId, former.number);
    const last = (await this.clocks.last(tx, [impedimentId])).get(impedimentId);
    if (!last) return { clock_ends_at: null };
    const endedAt = former.endedAt === null ? null : Date.parse(former.endedAt);
    const stay = { ...last, clock: { ...last.clock, endedAt } };
    await this.clocks.save(tx, [{ impedimentId, stay }], calendar);
    return { clock_ends_at: clockEndsAt(stay, calendar) };
  }

  /** The last stay; undefined when it never had one. */
  async last(tx: Tx, row: ClockFacts, ladder: Ladder): Promise<Stay | undefined> {
    const found = (await this.clocks.last(tx, [row.id])).get(row.id);
    const right = putRight(row, found, ladder);
    await this.clocks.save(
      tx,
      right.map((stay) => ({ impedimentId: row.id, stay })),
      ladder.calendar,
    );
    return right.at(-1) ?? found;
  }

  private async turn(
    { tx, row, at }: Opened,
    step: (clock: LevelClock, at: number, ladder: Ladder) => LevelClock | Refusal,
  ): Promise<Pick<ClockColumns, 'clock_ends_at'>> {
    const ladder = await this.levels.ladder(tx);
    const last = await this.last(tx, row, ladder);
    if (!last) throw new Error('What stands in the way has a clock.');
    const now = latest(at, last);
    const clock = unlessRefused(step(last.clock, now, ladder));
    const stay = { ...last, clock, pausedAt: clock.pausedBecause === null ? null : now };
    await this.clocks.save(tx, [{ impedimentId: row.id, stay }], ladder.calendar);
    return { clock_ends_at: clockEndsAt(stay, ladder.calendar) };
  }
}

/**
 * While a new release takes the place of the one before, the old one still writes, and knows of no stays: then the last
 * stay is not the one that the impediment's own row tells of. The row is right.
 * @returns the stays to store, in their order; none where all is well
 */
export function putRight(row: ClockFacts, last: Stay | undefined, ladder: Ladder): Stay[] {
  const standsInTheWay = UNRESOLVED_STATES.includes(row.state);
  const goesOn = last?.clock.endedAt === null;
  if (standsInTheWay ? goesOn && last.clock.level === row.level : !goesOn) return [];
  const at = latest(standsInTheWay ? row.level_since : (endOf(row) ?? row.updated_at), last);
  const ended = goesOn ? [{ ...last, clock: endClock(last.clock, at, ladder.calendar) }] : [];
  return standsInTheWay ? [...ended, stayFrom(at, row.level, ladder.termsOf(row.level), last)] : ended;
}

/** Processes have clocks of their own; a clock never runs backwards. */
function latest(at: string, stay: Stay | undefined): number {
  return Math.max(Date.parse(at), stay?.clock.countedTo ?? Number.NEGATIVE_INFINITY);
}

function formerOf(last: Stay | undefined): FormerStay {
  return { number: last?.number ?? 0, endedAt: isoOf(last?.clock.endedAt ?? null) };
}
