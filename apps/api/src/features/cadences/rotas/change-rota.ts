import type { FieldChange } from '@chapterhouse/domain/event-payload';
import { rotaProblems, sizeFor } from '@chapterhouse/domain/cadences/rota-fields';
import { type FieldProblem, refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { readId, readIds } from '../../../platform/graphql/global-id.js';
import { idempotently } from '../../../platform/graphql/idempotency.js';
import { OrganizationReferences } from '../../organization/public.js';
import { CadenceReferences } from '../cadence-references.js';
import { permit, type RotaCall, RotaTransaction } from './rota-transaction.js';
import { turnRule } from './turn-rule.js';
import { RotaWrites } from './rota-writes.js';
import type { RotaRow } from './rota-row.js';
import { type Rota, type RotaChanges, type RotaInput, rotaOf } from './rotas.graphql.js';
import { RotasRepository } from './rotas.repository.js';

/** Starting, changing and ending rotas of teams. Those of facilitation come and go with their meeting. */
@Injectable()
export class ChangeRota {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RotaTransaction) private readonly frame: RotaTransaction,
    @Inject(RotasRepository) private readonly rotas: RotasRepository,
    @Inject(RotaWrites) private readonly writes: RotaWrites,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
    @Inject(CadenceReferences) private readonly references: CadenceReferences,
  ) {}

  /** @throws NOT_FOUND for a team or people of nobody here, FORBIDDEN, INVALID_INPUT */
  create(viewer: Viewer, input: RotaInput, idempotencyKey: string | null | undefined): Promise<Rota> {
    const teamId = readId('Team', input.teamId);
    const personIds = readIds('Person', input.personIds);
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, idempotencyKey, 'rota:create', input, async () => {
        const place = await this.organization.placeOfTeamIn(tx, teamId);
        if (!place) throw refusePlatform('NOT_FOUND', {});
        permit(viewer, 'rota:create', { place, keepsMeeting: false, personIds: [] });
        const { rule, startsOn, problems } = turnRule(input.rule, input.startsOn);
        const atMeeting = input.purpose === 'FACILITATION' ? [OF_MEETINGS] : [];
        refuseProblems([...atMeeting, ...rotaProblems({ ...input, personIds }), ...problems]);
        if (startsOn === null) throw refusePlatform('NOT_FOUND', {});
        const names = await this.references.people(tx, viewer, personIds, 'personIds');
        const id = newId();
        const at = viewer.now.toISOString();
        const { purpose, name } = input;
        const size = sizeFor(purpose, input.size, personIds.length);
        await this.writes.insert(tx, {
          id,
          purpose,
          name: name.trim(),
          teamId,
          rootId: null,
          rule,
          startsOn,
          size,
          createdBy: viewer.personId,
          at,
        });
        await this.writes.setMembers(tx, id, personIds, startsOn);
        const changes = [{ field: 'members', from: null, to: listed(names, personIds) }];
        await this.frame.tell(tx, id, 1, { event: 'rota.created', changes });
        const row = await this.rotas.byId(tx, id);
        if (!row) throw refusePlatform('NOT_FOUND', {});
        return rotaOf(row);
      }),
    );
  }

  /** What is not given stays. Who is new takes turns from today on. @throws as the frame, INVALID_INPUT */
  edit(call: RotaCall, given: RotaChanges): Promise<Rota> {
    const personIds = given.personIds ? readIds('Person', given.personIds) : null;
    return this.frame.change(call, 'rota:edit', [], async ({ tx, row, viewer }) => {
      const facilitates = row.purpose === 'FACILITATION';
      const ruled =
        given.rule === null || given.rule === undefined
          ? null
          : turnRule(given.rule, later(viewer.today, row.starts_on));
      refuseProblems([
        ...(facilitates && ruled
          ? [{ field: 'rule', problem: 'Its turns are the dates of the meeting: change that one.' }]
          : []),
        ...rotaProblems({ purpose: row.purpose, name: given.name, size: given.size, personIds }),
        ...(facilitates ? [] : (ruled?.problems ?? [])),
      ]);
      const before = await this.memberIds(tx, row);
      const after = personIds ?? before;
      const added = await this.references.people(
        tx,
        viewer,
        after.filter((id) => !before.includes(id)),
        'personIds',
      );
      const names = new Map([...added, ...(await this.references.names(tx, viewer, before))]);
      if (personIds) await this.writes.setMembers(tx, row.id, personIds, later(viewer.today, row.starts_on));
      const name = given.name?.trim() ?? row.name;
      const size = sizeFor(row.purpose, given.size ?? row.size, after.length);
      const rule = facilitates ? row.rule : (ruled?.rule ?? row.rule);
      const changes: FieldChange[] = [
        { field: 'name', from: row.name, to: name },
        { field: 'rule', from: row.rule, to: rule },
        { field: 'size', from: String(row.size), to: String(size) },
        { field: 'members', from: listed(names, before), to: listed(names, after) },
      ];
      if (changes.every(({ from, to }) => from === to)) return undefined;
      const startsOn = facilitates || rule === row.rule ? row.starts_on : (ruled?.startsOn ?? row.starts_on);
      return { event: 'rota.edited', changes, columns: { name, rule, size, starts_on: startsOn } };
    });
  }

  /** @throws as the frame; INVALID_INPUT for the rota of a meeting */
  async end(call: RotaCall): Promise<void> {
    await this.frame.change(call, 'rota:end', [], async ({ row, at }) => {
      if (row.purpose === 'FACILITATION') refuseProblems([{ ...OF_MEETINGS, field: 'id' }]);
      return { event: 'rota.ended', changes: [], columns: { ended_at: at } };
    });
  }

  private async memberIds(tx: Tx, { id }: RotaRow): Promise<string[]> {
    return (await this.rotas.members(tx, [id])).map(({ personId }) => personId);
  }
}

const OF_MEETINGS: FieldProblem = {
  field: 'purpose',
  problem: 'Turns to facilitate belong to a meeting: choose there how it is facilitated.',
};

function refuseProblems(fields: FieldProblem[]): void {
  if (fields.length > 0) throw refusePlatform('INVALID_INPUT', { fields });
}

const listed = (names: ReadonlyMap<string, string>, ids: readonly string[]): string =>
  ids.map((id) => names.get(id) ?? '').join(', ');
const later = (one: string, other: string): string => (one > other ? one : other);
