import { refuseAction } from '@chapterhouse/domain/cadences/action-refusals';
import type { RotaChange, TurnPerson } from '@chapterhouse/domain/cadences/rota';
import { presentOn } from '@chapterhouse/domain/cadences/rota-presence';
import { plusDays } from '@chapterhouse/domain/cadences/wall-clock';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { CadenceReferences } from '../cadence-references.js';
import type { PlannedTurn, RotaPlan } from './rota-plans.read.js';
import { type OpenedRota, type RotaCall, RotaTransaction } from './rota-transaction.js';
import { RotaWrites } from './rota-writes.js';
import type { Rota } from './rotas.graphql.js';
import { RotasRepository } from './rotas.repository.js';

/** One side of a swap: who has which turn now. */
export interface TurnOf {
  on: string;
  personId: string;
}

/** Passing turns on, swapping them, and taking back what was arranged. */
@Injectable()
export class ChangeTurns {
  constructor(
    @Inject(RotaTransaction) private readonly frame: RotaTransaction,
    @Inject(RotasRepository) private readonly rotas: RotasRepository,
    @Inject(RotaWrites) private readonly writes: RotaWrites,
    @Inject(CadenceReferences) private readonly references: CadenceReferences,
  ) {}

  /** The next one in line takes it. @throws NOT_THEIR_TURN, INVALID_INPUT when nobody could, and as the frame */
  skip(call: RotaCall, { on, personId }: TurnOf): Promise<Rota> {
    return this.frame.change(call, 'rota:skip', [personId], async ({ tx, row, viewer, at, plan }) => {
      const names = await this.references.names(tx, viewer, [personId]);
      const before = turnToCome(await plan(plusDays(on, 1)), { on, personId }, viewer.today, names);
      refuseArranged(before.person, 'personId');
      await this.writes.addChange(tx, row.id, { kind: 'SKIP', on, personId }, viewer.personId, at);
      const after = (await plan(plusDays(on, 1))).turns.find((turn) => turn.on === on)?.people ?? [];
      if (after.length < before.turn.people.length && row.purpose !== 'PAIRING')
        throw refuseField('personId', 'Nobody else is there who could take it. Swap it with another turn instead.');
      const taker = after.find((one) => one.insteadOf === personId)?.personId;
      const told = await this.references.names(tx, viewer, taker === undefined ? [] : [taker]);
      const from = `${names.get(personId) ?? ''}, ${on}`;
      const to = taker === undefined ? null : `${told.get(taker) ?? ''}, ${on}`;
      return { event: 'rota.turn-skipped', changes: [{ field: 'turn', from, to }] };
    });
  }

  /** Each does the other's. @throws NOT_THEIR_TURN, INVALID_INPUT, and as the frame */
  swap(call: RotaCall, one: TurnOf, other: TurnOf): Promise<Rota> {
    return this.frame.change(call, 'rota:swap', [one.personId, other.personId], async (opened) => {
      const { tx, row, viewer, at, plan } = opened;
      if (row.purpose === 'PAIRING')
        throw refuseField('withOn', 'Pairs change by themselves; pass this one on instead.');
      if (one.on === other.on || one.personId === other.personId)
        throw refuseField('withOn', 'Choose a turn of somebody else, on another day.');
      const names = await this.references.names(tx, viewer, [one.personId, other.personId]);
      const until = plusDays(one.on > other.on ? one.on : other.on, 1);
      const now = await plan(until);
      const turns = [one, other].map((side) => turnToCome(now, side, viewer.today, names));
      for (const { person } of turns) refuseArranged(person, 'on');
      await this.refuseAway(opened, now, turns, [other.personId, one.personId], names);
      const change = {
        kind: 'SWAP' as const,
        on: one.on,
        personId: one.personId,
        withOn: other.on,
        withPersonId: other.personId,
      };
      // What was arranged for one of them before and came to nothing must not come back.
      const moot = now.changes.filter((earlier) => [one, other].some((side) => concerns(earlier, side)));
      await this.writes.removeChanges(
        tx,
        moot.map(({ id }) => id),
      );
      await this.writes.addChange(tx, row.id, change, viewer.personId, at);
      const words = ({ on, personId }: TurnOf): string => `${names.get(personId) ?? ''}, ${on}`;
      return {
        event: 'rota.turns-swapped',
        changes: [
          { field: 'turn', from: words(one), to: words({ ...other, on: one.on }) },
          { field: 'turn', from: words(other), to: words({ ...one, on: other.on }) },
        ],
      };
    });
  }

  /** What was arranged for the day is taken back, of a swap both turns. @throws as the frame */
  restore(call: RotaCall, on: string): Promise<Rota> {
    const arranged = async (tx: Tx, rotaId: string): Promise<Awaited<ReturnType<RotasRepository['changes']>>> =>
      (await this.rotas.changes(tx, [rotaId])).filter(
        (one) => one.on === on || (one.kind === 'SWAP' && one.withOn === on),
      );
    const concerned = async (tx: Tx, { id }: { id: string }): Promise<string[]> =>
      (await arranged(tx, id)).flatMap((one) =>
        one.kind === 'SWAP' ? [one.personId, one.withPersonId] : [one.personId],
      );
    return this.frame.change(call, 'rota:restore', concerned, async ({ tx, row, viewer, plan }) => {
      const open = (await arranged(tx, row.id)).filter(
        (one) => one.on >= viewer.today && (one.kind === 'SKIP' || one.withOn >= viewer.today),
      );
      if (open.length === 0) return undefined;
      const before = (await plan(plusDays(on, 1))).turns.find((turn) => turn.on === on);
      await this.writes.removeChanges(
        tx,
        open.map(({ id }) => id),
      );
      const after = (await plan(plusDays(on, 1))).turns.find((turn) => turn.on === on);
      const ids = [before, after].flatMap((turn) => turn?.people ?? []).map(({ personId }) => personId);
      const names = await this.references.names(tx, viewer, ids);
      const words = (turn: PlannedTurn | undefined): string | null =>
        turn ? `${turn.people.map(({ personId }) => names.get(personId) ?? '').join(', ')}, ${on}` : null;
      return { event: 'rota.turn-restored', changes: [{ field: 'turn', from: words(before), to: words(after) }] };
    });
  }

  /** @param doing who is to do which of the turns @throws INVALID_INPUT */
  private async refuseAway(
    { tx }: OpenedRota,
    { members }: RotaPlan,
    turns: readonly Found[],
    doing: readonly string[],
    names: ReadonlyMap<string, string>,
  ): Promise<void> {
    for (const [index, { turn }] of turns.entries()) {
      const personId = doing[index] ?? '';
      const absences = await this.rotas.absences(tx, [personId], turn.day);
      const field = index === 0 ? 'withPersonId' : 'personId';
      if (!presentOn({ members, absences }, turn.day).includes(personId))
        throw refuseField(
          field,
          `${names.get(personId) ?? 'This person'} is away on ${turn.day}; choose another turn.`,
        );
      if (turn.people.some((one) => one.personId === personId && one.countsFor !== null))
        throw refuseField(field, `${names.get(personId) ?? 'This person'} has this turn already; choose another one.`);
    }
  }
}

/** Whether it is about this turn of this person. */
function concerns(change: RotaChange, { on, personId }: TurnOf): boolean {
  if (change.kind === 'SKIP') return false;
  const isOfDay = change.on === on || change.withOn === on;
  return isOfDay && (change.personId === personId || change.withPersonId === personId);
}

interface Found {
  turn: PlannedTurn;
  person: TurnPerson;
}

/** @throws NOT_THEIR_TURN */
function turnToCome(
  { turns }: RotaPlan,
  { on, personId }: TurnOf,
  today: string,
  names: ReadonlyMap<string, string>,
): Found {
  const turn = turns.find((one) => one.on === on && one.day >= today);
  const person = turn?.people.find((one) => one.personId === personId && one.countsFor !== null);
  if (!turn || !person) throw refuseAction('NOT_THEIR_TURN', { name: names.get(personId) ?? 'Nobody here', on });
  return { turn, person };
}

/** @throws INVALID_INPUT for what was arranged before */
function refuseArranged({ reason }: TurnPerson, field: string): void {
  if (reason === 'SWAPPED') throw refuseField(field, 'This turn was swapped. Take the swap back first.');
  if (reason === 'CHOSEN')
    throw refuseField(field, 'Somebody was named for this date. Change who facilitates it instead.');
}

function refuseField(field: string, problem: string): Error {
  return refusePlatform('INVALID_INPUT', { fields: [{ field, problem }] });
}
