import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { Decision, DecisionsService } from '../../decisions/public.js';
import { Impediment, ImpedimentsService } from '../../impediments/public.js';
import { OrganizationReferences, Person } from '../../organization/public.js';
import { ActionItem } from '../actions/actions.graphql.js';
import { ActionsService } from '../actions/actions.service.js';
import { Cadence } from '../cadences.graphql.js';
import { keyOfRef, type OccurrenceRef, readOccurrenceId } from '../occurrence-id.js';
import { Occurrence } from '../occurrences.graphql.js';
import { Rota, RotaTurn } from '../rotas/rotas.graphql.js';
import { RotasService } from '../rotas/rotas.service.js';
import { Invited, Outcome } from './attendance.graphql.js';
import { AttendanceService } from './attendance.service.js';

/** What hangs on dates, loaded when somebody asks for it, for all dates of an answer at once. */
@Resolver(() => Occurrence)
export class OccurrenceAttendanceResolver {
  constructor(
    @Inject(AttendanceService) private readonly attendance: AttendanceService,
    @Inject(ActionsService) private readonly service: ActionsService,
  ) {}

  @ResolveField(() => RotaTurn, { nullable: true, description: 'Null without a facilitator by rota.' })
  async turn(@Parent() date: Occurrence, @CurrentContext() context: GraphqlContext): Promise<RotaTurn | null> {
    return (await this.load(date, context, 'turn', (viewer, refs) => this.attendance.turns(viewer, refs))) ?? null;
  }

  @ResolveField(() => [Invited], { description: 'As of that day; people away then are marked.' })
  async invited(@Parent() date: Occurrence, @CurrentContext() context: GraphqlContext): Promise<Invited[]> {
    return (await this.load(date, context, 'invited', (viewer, refs) => this.attendance.invited(viewer, refs))) ?? [];
  }

  @ResolveField(() => [Outcome])
  async outcomes(@Parent() date: Occurrence, @CurrentContext() context: GraphqlContext): Promise<Outcome[]> {
    return (await this.load(date, context, 'outcomes', (viewer, refs) => this.attendance.outcomes(viewer, refs))) ?? [];
  }

  @ResolveField(() => [ActionItem], {
    description: 'Actions of earlier occurrences of the cadence that are open still, and those of this one.',
  })
  async actions(@Parent() date: Occurrence, @CurrentContext() context: GraphqlContext): Promise<ActionItem[]> {
    return (await this.load(date, context, 'actions', (viewer, refs) => this.service.ofDates(viewer, refs))) ?? [];
  }

  private load<T>(
    date: Occurrence,
    context: GraphqlContext,
    kind: string,
    read: (viewer: Viewer, refs: OccurrenceRef[]) => Promise<Map<string, T>>,
  ): Promise<T | undefined> {
    const loader = loaderOf(context, `occurrence ${kind}`, (keys) => read(viewerOf(context), keys.map(refOfKey)));
    return loadOnce(loader, keyOfRef(readOccurrenceId(date.id)));
  }
}

@Resolver(() => Cadence)
export class CadenceRotaResolver {
  constructor(@Inject(RotasService) private readonly rotas: RotasService) {}

  @ResolveField(() => Rota, { nullable: true })
  async rota(
    @Parent() { rootId, facilitation }: Cadence,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Rota | null> {
    if (facilitation !== 'ROTA') return null;
    const loader = loaderOf(context, 'rotas of series', (ids) => this.rotas.ofRoots(viewerOf(context), ids));
    return (await loadOnce(loader, rootId)) ?? null;
  }
}

@Resolver(() => Invited)
export class InvitedResolver {
  constructor(@Inject(OrganizationReferences) private readonly organization: OrganizationReferences) {}

  @ResolveField(() => Person)
  person(@Parent() { personId }: Invited, @CurrentContext() context: GraphqlContext): Promise<Person> {
    return known(this.organization, context, personId);
  }
}

@Resolver(() => Outcome)
export class OutcomeResolver {
  constructor(
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
    @Inject(DecisionsService) private readonly decisions: DecisionsService,
    @Inject(ImpedimentsService) private readonly impediments: ImpedimentsService,
    @Inject(ActionsService) private readonly actions: ActionsService,
  ) {}

  @ResolveField(() => Person)
  by(@Parent() { byId }: Outcome, @CurrentContext() context: GraphqlContext): Promise<Person> {
    return known(this.organization, context, byId);
  }

  @ResolveField(() => Decision, { nullable: true })
  async decision(
    @Parent() { decisionId }: Outcome,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Decision | null> {
    if (decisionId === null) return null;
    const loader = loaderOf(context, 'decisions of meetings', async (ids) => {
      const found = await this.decisions.byIds(viewerOf(context), ids);
      return new Map(found.map((decision) => [readId('Decision', decision.id), decision]));
    });
    return (await loadOnce(loader, decisionId)) ?? null;
  }

  @ResolveField(() => Impediment, { nullable: true })
  async impediment(
    @Parent() { impedimentId }: Outcome,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Impediment | null> {
    if (impedimentId === null) return null;
    const loader = loaderOf(context, 'impediments of meetings', async (ids) => {
      const found = await this.impediments.byIds(viewerOf(context), ids);
      return new Map(found.map((impediment) => [readId('Impediment', impediment.id), impediment]));
    });
    return (await loadOnce(loader, impedimentId)) ?? null;
  }

  @ResolveField(() => ActionItem, { nullable: true })
  async action(@Parent() { actionId }: Outcome, @CurrentContext() context: GraphqlContext): Promise<ActionItem | null> {
    if (actionId === null) return null;
    const loader = loaderOf(context, 'actions of meetings', (ids) => this.actions.byIds(viewerOf(context), ids));
    return (await loadOnce(loader, actionId)) ?? null;
  }
}

function refOfKey(key: string): OccurrenceRef {
  const [cadenceId = '', originalStart = ''] = key.split(' ');
  return { cadenceId, originalStart };
}

async function known(organization: OrganizationReferences, context: GraphqlContext, id: string): Promise<Person> {
  const person = await organization.person(context, id);
  if (!person) throw new Error('Whoever has to do with a meeting is a person of the organization.');
  return person;
}
