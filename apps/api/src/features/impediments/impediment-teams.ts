import { refuseTeamRemoval } from '@chapterhouse/domain/impediments/impediment-links';
import { refuseUnlessLegal } from '@chapterhouse/domain/impediments/impediment-state';
import type { Tx } from '../../platform/database/tx.js';
import { Inject, Injectable } from '@nestjs/common';
import { ImpedimentLinks } from './impediment-links.js';
import { ImpedimentReferences } from './impediment-references.js';
import { ImpedimentTransaction, unlessRefused, type ImpedimentCall } from './impediment-transaction.js';
import { ImpedimentWrites } from './impediment-writes.js';
import type { Impediment } from './impediments.graphql.js';

/** "Affects us too", and taking it back. Needs no version: it changes none of the impediment's own fields. */
@Injectable()
export class ImpedimentTeams {
  constructor(
    @Inject(ImpedimentTransaction) private readonly transaction: ImpedimentTransaction,
    @Inject(ImpedimentWrites) private readonly writes: ImpedimentWrites,
    @Inject(ImpedimentLinks) private readonly links: ImpedimentLinks,
    @Inject(ImpedimentReferences) private readonly references: ImpedimentReferences,
  ) {}

  /** A team that is affected already stays so, without an event. @throws NOT_FOUND, ILLEGAL_TRANSITION, INVALID_INPUT */
  add(call: ImpedimentCall & { teamId: string }): Promise<Impediment> {
    return this.transaction.change(
      call,
      'impediment:add-team',
      async ({ tx, row, viewer, at }) => {
        unlessRefused(refuseUnlessLegal(row.state, 'impediment:add-team'));
        const [team] = await this.references.teamsToCount(tx, viewer.today, [call.teamId], 'teamId');
        if (!team || !(await this.links.addTeam(tx, row.id, call.teamId, at))) return undefined;
        await this.writes.touch(tx, row.id, at);
        const changes = [{ field: 'affectedTeams', from: null, to: team.name }];
        return { event: 'impediment.team-added', changes, version: row.version, teamId: call.teamId };
      },
      (tx) => this.mustExist(tx, call),
    );
  }

  /** @throws NOT_FOUND, ILLEGAL_TRANSITION, RAISING_TEAM_STAYS */
  remove(call: ImpedimentCall & { teamId: string }): Promise<Impediment> {
    return this.transaction.change(
      call,
      'impediment:remove-team',
      async ({ tx, row, viewer, at }) => {
        unlessRefused(refuseUnlessLegal(row.state, 'impediment:remove-team'));
        unlessRefused(refuseTeamRemoval(row.raising_team_id, call.teamId));
        const team = await this.references.team(tx, viewer.today, call.teamId);
        if (!(await this.links.removeTeam(tx, row.id, call.teamId))) return undefined;
        await this.writes.touch(tx, row.id, at);
        const changes = [{ field: 'affectedTeams', from: team.name, to: null }];
        return { event: 'impediment.team-removed', changes, version: row.version, teamId: call.teamId };
      },
      (tx) => this.mustExist(tx, call),
    );
  }

  /** Before permission: a team of somebody else looks like one that nobody has. */
  private async mustExist(tx: Tx, call: ImpedimentCall & { teamId: string }): Promise<void> {
    await this.references.team(tx, call.viewer.today, call.teamId);
  }
}
