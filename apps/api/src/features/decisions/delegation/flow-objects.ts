import {
  asksToMake,
  levelOf,
  mayAccept,
  mayAnswer,
  toldOnceAccepted,
  vetoHoursOf,
  waitsFor,
} from '@chapterhouse/domain/decisions/delegation-flow';
import { addWorkingHours, type WorkingCalendar } from '@chapterhouse/domain/organization/working-calendar';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Tx } from '../../../platform/database/tx.js';
import { globalId } from '../../../platform/graphql/global-id.js';
import {
  type Accountability,
  OrganizationReferences,
  type Person,
  roleScopeObject,
  WorkingCalendarRead,
} from '../../organization/public.js';
import type { AskRow } from './asks.repository.js';
import { delegateObject, sentenceOf } from './board-objects.js';
import type { DecisionAsk, DecisionAskPreview, DecisionFlow } from './flows.graphql.js';
import type { SubjectInState } from './flow-subjects.js';
import type { FlowTerms, LoadedFlow } from './flows.read.js';

type PersonOf = (id: string) => Person;

/** Flows as they are shown: the people of all of them are one statement. */
@Injectable()
export class FlowObjects {
  constructor(
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
    @Inject(WorkingCalendarRead) private readonly calendars: WorkingCalendarRead,
  ) {}

  /** By the decision's id. @param replacing what stands between it and replacing others, by its id */
  async ofDecisions(
    tx: Tx,
    viewer: Viewer,
    loaded: readonly LoadedFlow<SubjectInState>[],
    replacing: ReadonlyMap<string, readonly string[]>,
  ): Promise<Map<string, DecisionFlow>> {
    const told = await toldOf(tx, loaded);
    const person = await this.people(tx, viewer, loaded, [...told.values()].flat());
    return new Map(
      loaded.map((flow) => {
        const { id, state, vetoEndsAt } = flow.subject;
        const asks = flow.asks.map((ask) => askObject(ask, flow, viewer, person));
        const waits = state === 'PROPOSED' ? [...waitsFor(flow.facts), ...(replacing.get(id) ?? [])] : [];
        const shown = flowObject(flow, person);
        const willTell = state === 'PROPOSED' ? shown.willTell : (told.get(id) ?? []).map(person);
        return [id, { ...shown, willTell, asks, willAsk: [], waitsFor: waits, vetoEndsAt }];
      }),
    );
  }

  /** What would be, if the viewer proposed it now. @param waits that nobody may decide it, and what stands between it and replacing others */
  async preview(tx: Tx, viewer: Viewer, flow: LoadedFlow<FlowTerms>, waits: string[]): Promise<DecisionFlow> {
    const person = await this.people(tx, viewer, [flow]);
    const calendar = await this.calendars.of(tx);
    const { facts } = flow;
    const hours = vetoHoursOf(facts.delegation);
    return {
      ...flowObject(flow, person),
      asks: [],
      willAsk: willAsk(flow, viewer, calendar, person),
      waitsFor: waits,
      vetoEndsAt: hours === 0 ? null : addWorkingHours(viewer.now, hours, calendar).toISOString(),
    };
  }

  private async people(
    tx: Tx,
    viewer: Viewer,
    flows: readonly LoadedFlow<FlowTerms>[],
    others: readonly string[] = [],
  ): Promise<PersonOf> {
    const ids = flows.flatMap(({ facts: { accountable, delegate, delegation }, asks }) => [
      ...[...accountable.people, ...(delegate?.people ?? [])].map(({ personId }) => personId),
      accountable.answer?.personId,
      accountable.answer?.primaryPersonId,
      delegation?.delegate.personId,
      ...asks.flatMap((ask) => [ask.answered_by, ask.answered_for]),
    ]);
    const known = [...new Set([...ids.filter((id) => typeof id === 'string'), ...others])];
    const people =
      known.length === 0 ? new Map<string, Person>() : await this.organization.peopleIn(tx, known, viewer.today);
    return (id) => {
      const found = people.get(id);
      if (!found) throw new Error('Whoever takes part in a flow is somebody here.');
      return found;
    };
  }
}

/** Who was told when it was accepted, by the decision's id: not who would be today. */
async function toldOf(tx: Tx, loaded: readonly LoadedFlow<SubjectInState>[]): Promise<Map<string, string[]>> {
  const ids = loaded.flatMap(({ subject: { id, state } }) => (state === 'PROPOSED' ? [] : [id]));
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: string; told: string[] }>(TOLD, [tx.organizationId, ids]);
  return new Map(rows.map(({ id, told }) => [id, told]));
}

/** Nobody is told what they did themselves. */
const TOLD = `
  select e.subject_id as id, array_agg(t.id order by t.place) as told from events e
   cross join jsonb_array_elements_text(coalesce(e.payload->'told', '[]')) with ordinality as t(id, place)
   where e.organization_id = $1 and e.subject_type = 'Decision' and e.subject_id = any($2::uuid[])
     and e.name = 'decision.accepted' and t.id is distinct from e.actor_person_id::text
   group by e.subject_id`;

type Shown = Omit<DecisionFlow, 'asks' | 'willAsk' | 'waitsFor' | 'vetoEndsAt'>;

function flowObject(flow: LoadedFlow<FlowTerms>, person: PersonOf): Shown {
  const { facts, delegatedBy: source } = flow;
  const { delegation } = facts;
  const accepting = mayAccept(facts);
  const named = delegation?.delegate.personId ?? null;
  return {
    level: levelOf(delegation),
    delegatedBy: source ? roleScopeObject(source.kind, source.id, source.name) : null,
    sentence: sentenceOf(flow),
    accountable: accountabilityOf(flow, person),
    delegate:
      delegation && delegateObject(delegation.delegate, flow, new Map(named === null ? [] : [[named, person(named)]])),
    mayAccept: accepting.personIds.map(person),
    mayAcceptWords: accepting.words,
    willTell: toldOnceAccepted(facts).map(person),
    vetoHours: vetoHoursOf(delegation),
  };
}

function accountabilityOf({ facts, chain }: LoadedFlow<FlowTerms>, person: PersonOf): Accountability {
  const { role, answer } = facts.accountable;
  const [scope] = chain;
  if (role === null || answer === null) throw new Error('Somebody is accountable by a role.');
  return {
    role,
    scope: roleScopeObject(scope.kind, scope.id, scope.name),
    holder: answer.personId === null ? null : person(answer.personId),
    because: answer.because,
    primary: answer.primaryPersonId === null ? null : person(answer.primaryPersonId),
    primaryAbsentUntil: answer.primaryAbsentUntil,
  };
}

function askObject(ask: AskRow, flow: LoadedFlow<SubjectInState>, viewer: Viewer, person: PersonOf): DecisionAsk {
  const side = sideOf(flow, ask.side);
  const isOpen = flow.subject.state === 'PROPOSED';
  const mayNow = isOpen && mayAnswer({ answer: ask.answer, by: ask.answered_by }, side, viewer.personId);
  return {
    id: globalId('DecisionAsk', ask.id),
    kind: ask.kind,
    ofWhom: side.party.words,
    people: side.people.map(({ personId }) => person(personId)),
    dueAt: ask.due_at,
    overdue: isOpen && ask.answer === null && Date.parse(ask.due_at) < viewer.now.getTime(),
    answer: ask.answer,
    words: ask.words,
    answeredBy: ask.answered_by === null ? null : person(ask.answered_by),
    answeredFor: ask.answered_for === null ? null : person(ask.answered_for),
    answeredAt: ask.answered_at,
    viewerCan: mayNow ? ['decision:answer'] : [],
  };
}

function willAsk(
  flow: LoadedFlow<FlowTerms>,
  viewer: Viewer,
  calendar: WorkingCalendar,
  person: PersonOf,
): DecisionAskPreview[] {
  const { facts } = flow;
  const dueAt = addWorkingHours(viewer.now, facts.delegation?.answerHours ?? 0, calendar).toISOString();
  return asksToMake(facts, viewer.personId)
    .filter(({ answer }) => answer === null)
    .map(({ kind, side }) => ({
      kind,
      ofWhom: sideOf(flow, side).party.words,
      people: sideOf(flow, side).people.map(({ personId }) => person(personId)),
      dueAt,
    }));
}

function sideOf({ facts }: LoadedFlow<FlowTerms>, side: AskRow['side']): LoadedFlow['facts']['accountable'] {
  const found = side === 'ACCOUNTABLE' ? facts.accountable : facts.delegate;
  if (!found) throw new Error('Nobody is asked where nothing was delegated.');
  return found;
}
