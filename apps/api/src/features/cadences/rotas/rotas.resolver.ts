import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId, readIds } from '../../../platform/graphql/global-id.js';
import { Nodes } from '../../../platform/graphql/nodes.js';
import { DateScalar } from '../../../platform/graphql/scalars.js';
import { DONE, Done } from '../../organization/public.js';
import { ChangeRota } from './change-rota.js';
import { ChangeTurns } from './change-turns.js';
import type { RotaCall } from './rota-transaction.js';
import { Rota, RotaChanges, RotaInput } from './rotas.graphql.js';
import { RotasService } from './rotas.service.js';

@ArgsType()
class RotaArguments {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class TurnArguments {
  @Field(() => ID) rotaId: string;
  @Field(() => Int) version: number;
  @Field(() => DateScalar) on: string;
}

@ArgsType()
class SkipArguments extends TurnArguments {
  @Field(() => ID) personId: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class SwapArguments extends TurnArguments {
  @Field(() => ID) personId: string;
  @Field(() => DateScalar) withOn: string;
  @Field(() => ID) withPersonId: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class RestoreArguments extends TurnArguments {
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@Resolver(() => Rota)
export class RotasResolver implements OnModuleInit {
  constructor(
    @Inject(RotasService) private readonly rotas: RotasService,
    @Inject(ChangeRota) private readonly change: ChangeRota,
    @Inject(ChangeTurns) private readonly turns: ChangeTurns,
    @Inject(Nodes) private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Rota', async (viewer, id) => (await this.rotas.byIds(viewer, [id])).get(id));
  }

  @Query(() => Rota)
  @Action('rota:view')
  rota(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Rota> {
    return this.rotas.byId(viewer, readId('Rota', id));
  }

  @Query(() => [Rota], { name: 'rotas' })
  @Action('rota:view')
  listed(
    @CurrentViewer() viewer: Viewer,
    @Args('teamId', { type: () => ID, nullable: true }) teamId: string | null | undefined,
  ): Promise<Rota[]> {
    return this.rotas.listed(viewer, teamId ? readId('Team', teamId) : null);
  }

  @Mutation(() => Rota)
  @Action('rota:create')
  createRota(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: RotaInput,
    @Args('idempotencyKey', { type: () => String, nullable: true }) idempotencyKey: string | null | undefined,
  ): Promise<Rota> {
    return this.change.create(viewer, input, idempotencyKey);
  }

  @Mutation(() => Rota)
  @Action('rota:edit')
  editRota(
    @CurrentViewer() viewer: Viewer,
    @Args() given: RotaArguments,
    @Args('changes') changes: RotaChanges,
  ): Promise<Rota> {
    const named = readIds('Person', changes.personIds ?? []);
    return this.change.edit({ ...callOf(viewer, given.id, given, { changes }), named }, changes);
  }

  @Mutation(() => Done)
  @Action('rota:end')
  async endRota(@CurrentViewer() viewer: Viewer, @Args() given: RotaArguments): Promise<Done> {
    await this.change.end(callOf(viewer, given.id, given, {}));
    return DONE;
  }

  @Mutation(() => Rota, {
    description: 'The next one in line takes it; the person has a turn sooner later.',
  })
  @Action('rota:skip')
  skipTurn(@CurrentViewer() viewer: Viewer, @Args() given: SkipArguments): Promise<Rota> {
    const turn = { on: given.on, personId: readId('Person', given.personId) };
    const call = callOf(viewer, given.rotaId, given, turn);
    return this.turns.skip({ ...call, named: [turn.personId] }, turn);
  }

  @Mutation(() => Rota)
  @Action('rota:swap')
  swapTurns(@CurrentViewer() viewer: Viewer, @Args() given: SwapArguments): Promise<Rota> {
    const one = { on: given.on, personId: readId('Person', given.personId) };
    const other = { on: given.withOn, personId: readId('Person', given.withPersonId) };
    const call = callOf(viewer, given.rotaId, given, { one, other });
    return this.turns.swap({ ...call, named: [one.personId, other.personId] }, one, other);
  }

  @Mutation(() => Rota)
  @Action('rota:restore')
  restoreTurn(@CurrentViewer() viewer: Viewer, @Args() given: RestoreArguments): Promise<Rota> {
    return this.turns.restore(callOf(viewer, given.rotaId, given, { on: given.on }), given.on);
  }
}

function callOf(
  viewer: Viewer,
  id: string,
  { version, idempotencyKey }: { version: number; idempotencyKey?: string | null },
  input: object,
): RotaCall {
  return { viewer, id: readId('Rota', id), version, input, idempotencyKey };
}
