import { nextDayAt } from '@chapterhouse/domain/organization/working-calendar';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/auth/viewer.js';
import { FreshReads } from '../../platform/events/fresh-reads.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { KeptAnswers } from '../../platform/graphql/kept/kept-answers.js';
import { type BoardState, ImpedimentBoardRead } from './impediment-board.read.js';
import { mayView } from './may-view.js';

/** The board is asked for most, by everybody, and mostly nothing has happened since: it is kept, and its answers too. */
@Injectable()
export class KeptBoard {
  /** What this request's answer has to be made of; undefined when it asks for more than is declared to be shared. */
  readonly stateOf: (context: GraphqlContext) => BoardState | undefined;

  constructor(
    @Inject(FreshReads) fresh: FreshReads,
    @Inject(KeptAnswers) kept: KeptAnswers,
    @Inject(ImpedimentBoardRead) boards: ImpedimentBoardRead,
  ) {
    const states = fresh.of((tx, { today, timeZone }: Pick<Viewer, 'today' | 'timeZone'>) =>
      boards.state(tx, today, timeZone),
    );
    const { stateOf } = kept.register<BoardState>('impedimentBoard', {
      stateFor: async (viewer) => {
        mayView(viewer);
        return states.get(viewer.organizationId, { today: viewer.today, timeZone: viewer.timeZone });
      },
      holdsUntil,
    });
    this.stateOf = stateOf;
  }
}

/** Costs count by days; what may be done about a clock changes when it runs out. */
function holdsUntil({ loaded: { rows, calendar } }: BoardState, now: Date): number {
  const ends = rows.flatMap(({ clock_ends_at: at }) => (at === null ? [] : [Date.parse(at)]));
  return Math.min(nextDayAt(now, calendar.timeZone), ...ends.filter((at) => at > now.getTime()));
}
