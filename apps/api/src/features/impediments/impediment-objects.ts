import type { Blockage } from '@chapterhouse/domain/impediments/impediment-cost';
import { viewerCan } from '@chapterhouse/domain/impediments/impediment-policy';
import type { WorkingCalendar } from '@chapterhouse/domain/organization/working-calendar';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/auth/viewer.js';
import type { Tx } from '../../platform/database/tx.js';
import { BlockagesRead } from './briefs/blockages.read.js';
import { clockOf } from './clocks/clocks.graphql.js';
import { ClocksRepository } from './clocks/clocks.repository.js';
import type { ClockRow } from './clocks/stay.js';
import { teamDaysOf } from './impediment-cost.js';
import { ImpedimentLevels } from './impediment-levels.js';
import { ImpedimentReferences, type PeopleAndTeams } from './impediment-references.js';
import { factsOf, type ImpedimentRow } from './impediment-row.js';
import { ImpedimentsRepository, type Participants } from './impediments.repository.js';
import { type Impediment, impedimentOf, type ViewersPart } from './impediments.graphql.js';

/** Rows with everything around them: whoever views them, no further question to the database is needed. */
export interface LoadedImpediments {
  rows: ImpedimentRow[];
  around: PeopleAndTeams;
  participants: Participants;
  /** Of those that stand in the way. */
  clocks: ReadonlyMap<string, ClockRow>;
  /** Of those whose cost their rows do not tell. */
  blockages: ReadonlyMap<string, Blockage>;
  calendar: WorkingCalendar;
}

/** Rows to GraphQL objects: people, teams and the viewer's part by one query each, whatever the number of rows. */
@Injectable()
export class ImpedimentObjects {
  constructor(
    @Inject(ImpedimentsRepository) private readonly impediments: ImpedimentsRepository,
    @Inject(ImpedimentReferences) private readonly references: ImpedimentReferences,
    @Inject(ImpedimentLevels) private readonly levels: ImpedimentLevels,
    @Inject(ClocksRepository) private readonly clocks: ClocksRepository,
    @Inject(BlockagesRead) private readonly blockages: BlockagesRead,
  ) {}

  async one(tx: Tx, viewer: Viewer, row: ImpedimentRow): Promise<Impediment> {
    const [impediment] = await this.many(tx, viewer, [row]);
    if (!impediment) throw new Error('One row makes one impediment.');
    return impediment;
  }

  async many(tx: Tx, viewer: Viewer, rows: ImpedimentRow[]): Promise<Impediment[]> {
    if (rows.length === 0) return [];
    return this.as(viewer, await this.load(tx, viewer.today, rows, viewer.personId));
  }

  /** Afresh, in the order of the ids. */
  async byIds(tx: Tx, viewer: Viewer, ids: readonly string[]): Promise<Impediment[]> {
    const rows = new Map((await this.impediments.byIds(tx, ids)).map((row) => [row.id, row]));
    return this.many(
      tx,
      viewer,
      ids.flatMap((id) => rows.get(id) ?? []),
    );
  }

  /** @param personId whose votes and watching to load; null: everybody's, for several viewers */
  async load(tx: Tx, today: string, rows: ImpedimentRow[], personId: string | null): Promise<LoadedImpediments> {
    const ids = rows.map((row) => row.id);
    return {
      rows,
      around: await this.references.around(tx, today, rows),
      participants: await this.impediments.participants(tx, ids, personId),
      clocks: await this.clocks.goingOn(tx, ids),
      blockages: await this.blockages.toldByLog(tx, rows),
      calendar: (await this.levels.ladder(tx)).calendar,
    };
  }

  /** As one viewer sees them; asks nothing. */
  as(viewer: Viewer, loaded: LoadedImpediments): Impediment[] {
    const { rows, around, clocks, blockages, calendar } = loaded;
    const now = viewer.now.getTime();
    return rows.map((row) => {
      const clock = clocks.get(row.id);
      return impedimentOf(row, {
        ...this.partOf(viewer, row, loaded),
        person: around.person,
        team: around.team,
        clock: clock ? clockOf(clock, now, calendar) : null,
        blockedTeamDays: teamDaysOf(row, blockages.get(row.id), calendar, now),
      });
    });
  }

  /** All that one viewer sees otherwise than the next one. */
  partOf(viewer: Viewer, row: ImpedimentRow, { participants, clocks }: LoadedImpediments): ViewersPart {
    const clock = clocks.get(row.id);
    const clockRanOut = row.clock_ends_at !== null && Date.parse(row.clock_ends_at) <= viewer.now.getTime();
    const clockPaused = clock !== undefined && clock.paused_at !== null;
    return {
      votes: participants.votes(row.id, viewer.personId),
      watches: participants.watches(row.id, viewer.personId),
      can: viewerCan(viewer.actor, { ...factsOf(row), clockPaused, clockRanOut }),
    };
  }
}
