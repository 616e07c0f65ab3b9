import type { ImpedimentCategory, SourceKind } from '@chapterhouse/domain/impediments/impediment-fields';
import { can } from '@chapterhouse/domain/impediments/impediment-policy';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/tx.js';
import { EventLog } from '../../platform/events/event-log.js';
import { idempotently } from '../../platform/graphql/idempotency.js';
import { clockEndsAt, clockRowOf, stayFrom } from './clocks/stay.js';
import { ImpedimentLevels } from './impediment-levels.js';
import { ImpedimentObjects } from './impediment-objects.js';
import { ImpedimentReferences } from './impediment-references.js';
import { ImpedimentWrites } from './impediment-writes.js';
import { ImpedimentsRepository } from './impediments.repository.js';
import { Mentions } from './mentions.js';
import { refuseProblems } from './refuse-problems.js';
import { SourcesService } from './sources/sources.service.js';
import { typedText } from '../../platform/graphql/typed-text.js';
import type { Impediment } from './impediments.graphql.js';

/** What somebody says who raises an impediment; ids as in the database. */
export interface Raising {
  title: string;
  description?: string | null | undefined;
  category: ImpedimentCategory;
  raisingTeamId: string;
  affectedTeamIds: string[];
  sourceId: string | null;
  newSource: { name: string; kind: SourceKind } | null;
  blockedItemKeys: string[];
}

/** A new impediment starts at the first level, where its team can act on it. */
const FIRST_LEVEL = 1;

@Injectable()
export class RaiseImpediment {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(ImpedimentWrites) private readonly writes: ImpedimentWrites,
    @Inject(ImpedimentsRepository) private readonly impediments: ImpedimentsRepository,
    @Inject(ImpedimentLevels) private readonly levels: ImpedimentLevels,
    @Inject(ImpedimentObjects) private readonly objects: ImpedimentObjects,
    @Inject(ImpedimentReferences) private readonly references: ImpedimentReferences,
    @Inject(Mentions) private readonly mentions: Mentions,
    @Inject(SourcesService) private readonly sources: SourcesService,
  ) {}

  /** @throws FORBIDDEN, INVALID_INPUT; NOT_FOUND for a team or source that is not of this organization */
  raise(viewer: Viewer, given: Raising, idempotencyKey: string | null | undefined): Promise<Impediment> {
    mayRaise(viewer);
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, idempotencyKey, 'impediment:raise', given, () => this.raiseIn(tx, viewer, given)),
    );
  }

  /** In a transaction that is open already: as part of something else that is at most once. @throws as `raise` */
  async raiseIn(tx: Tx, viewer: Viewer, given: Raising): Promise<Impediment> {
    mayRaise(viewer);
    const ladder = await this.levels.held(tx);
    const input = {
      ...given,
      title: typedText(given.title),
      description: typedText(given.description ?? ''),
      blockedItemKeys: [...new Set(given.blockedItemKeys.map(typedText))],
    };
    const affectedTeamIds = [...new Set([input.raisingTeamId, ...input.affectedTeamIds])];
    const teams = await this.references.teamsToCount(tx, viewer.today, affectedTeamIds, 'raisingTeamId');
    refuseProblems(input);
    const source = await this.sources.chosen(tx, input.sourceId, input.newSource);
    const id = newId();
    await this.events.append(tx, {
      name: 'impediment.raised',
      subjectType: 'Impediment',
      subjectId: id,
      subjectVersion: 1,
      payload: {
        changes: [
          { field: 'title', from: null, to: input.title },
          { field: 'raisingTeam', from: null, to: teams[0]?.name ?? null },
          ...teams.slice(1).map((team) => ({ field: 'affectedTeams', from: null, to: team.name })),
          ...(source ? [{ field: 'source', from: null, to: source.name }] : []),
        ],
        ...(await this.mentions.told(tx, viewer.today, '', input.description)),
      },
    });
    const stay = stayFrom(viewer.now.getTime(), FIRST_LEVEL, ladder.termsOf(FIRST_LEVEL));
    const raised = {
      ...input,
      id,
      raisedBy: viewer.personId,
      affectedTeamIds,
      sourceId: source?.id ?? null,
      clockEndsAt: clockEndsAt(stay, ladder.calendar),
      clock: clockRowOf(id, stay, ladder.calendar),
    };
    // Last on purpose: the number is taken here, and whoever raises next waits until the commit.
    await this.writes.insert(tx, raised, viewer.now.toISOString());
    const row = await this.impediments.byId(tx, id);
    if (!row) throw new Error('An impediment was raised and is not there.');
    return this.objects.one(tx, viewer, row);
  }
}

function mayRaise(viewer: Viewer): void {
  const verdict = can(viewer.actor, 'impediment:raise');
  if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'impediment:raise', reason: verdict.reason });
}
