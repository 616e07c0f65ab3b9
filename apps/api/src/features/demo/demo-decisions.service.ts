import { LEVEL_RULES } from '@chapterhouse/domain/decisions/delegation-levels';
import type { Delegate, DelegationCell, DecisionScope } from '@chapterhouse/domain/decisions/delegation-cell';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/tx.js';
import { BriefDecisions, DecisionHistory, DelegationHistory, type HistoricDecision } from '../decisions/public.js';
import { demoDecisionAreas } from './demo-boards.js';
import type { DemoCell, DemoDecision, DemoPlace } from './demo-decision-facts.js';
import type { DemoStory } from './demo-facts.js';

/** The database's ids of what the story numbers. */
export interface DecisionCast {
  productId: string;
  areas: readonly string[];
  teams: readonly string[];
  people: readonly string[];
  impediments: readonly string[];
}

/** Writes what the demo decided and whom it trusts; after the impediments, which some of it is about. */
@Injectable()
export class DemoDecisionsService {
  constructor(
    @Inject(DecisionHistory) private readonly history: DecisionHistory,
    @Inject(DelegationHistory) private readonly delegation: DelegationHistory,
    @Inject(BriefDecisions) private readonly briefs: BriefDecisions,
  ) {}

  async write(tx: Tx, story: Pick<DemoStory, 'decisions' | 'boards' | 'people'>, cast: DecisionCast): Promise<void> {
    const areas = await this.delegation.nameAreas(tx, demoDecisionAreas());
    await this.delegation.saveBoards(
      tx,
      story.boards.map(({ scope, cells, savedBy, ...board }) => ({
        ...board,
        scope: placed(scope, cast),
        savedBy: at(cast.people, savedBy),
        cells: cells.map((cell) => ({ ...termsOf(cell), decisionAreaId: areas.get(cell.decisionArea) ?? '' })),
      })),
    );
    const ids = story.decisions.map(() => newId());
    const historic: HistoricDecision[] = [];
    for (const [index, told] of story.decisions.entries())
      historic.push({
        ...historicOf(told, at(ids, index), ids, story.people, cast),
        decisionAreaId: areas.get(told.decisionArea ?? '') ?? null,
        vetoEndsAt: await this.vetoEndsAt(tx, told),
      });
    await this.history.record(tx, historic);
    for (const [index, { asks, delegation, proposedAt, state }] of story.decisions.entries()) {
      const asked = asks.map(({ answer, ...ask }) => ({
        ...ask,
        askedAt: proposedAt,
        answerHours: delegation?.cell.answerHours ?? 0,
        answer: answer && { ...answer, by: at(cast.people, answer.by) },
      }));
      if (asked.length > 0) await this.delegation.ask(tx, at(ids, index), asked, state === 'PROPOSED');
    }
    await this.briefs.record(tx, cast.impediments);
  }

  private async vetoEndsAt(tx: Tx, { state, decidedAt, delegation }: DemoDecision): Promise<string | null> {
    if (decidedAt === null || delegation === null || state === 'REJECTED' || state === 'WITHDRAWN') return null;
    const { level, vetoHours } = delegation.cell;
    return this.delegation.vetoEndsAt(tx, decidedAt, LEVEL_RULES[level].veto ? vetoHours : 0);
  }
}

function historicOf(
  told: DemoDecision,
  id: string,
  ids: readonly string[],
  names: readonly string[],
  cast: DecisionCast,
): Omit<HistoricDecision, 'decisionAreaId' | 'vetoEndsAt'> {
  const person = (index: number): string => at(cast.people, index);
  const someone = (index: number | null): string | null => (index === null ? null : person(index));
  const { title, kind, state, words, proposedAt, decidedAt, endedAt, revertReason, closeReason, revisitOn } = told;
  return {
    id,
    title,
    kind,
    state,
    words,
    proposedAt,
    decidedAt,
    endedAt,
    revertReason,
    closeReason,
    revisitOn,
    scope: placed(told.scope, cast),
    delegation: told.delegation && {
      ...frozenTermsOf(told.delegation.cell),
      scope: placed(told.delegation.scope, cast),
    },
    proposedBy: person(told.proposedBy),
    decidedBy: someone(told.decidedBy),
    veto: told.veto && { by: person(told.veto.by), for: null, at: told.veto.at, reason: told.veto.reason },
    supersededBy: told.supersededBy === null ? null : at(ids, told.supersededBy),
    supersedes: told.supersedes.map((index) => at(ids, index)),
    endedBy: someone(told.endedBy),
    people: told.consulted.map((index) => ({
      part: 'CONSULTED',
      personId: person(index),
      name: at(names, index),
    })),
    links: [
      ...told.impediments.map((index) => ({ kind: 'IMPEDIMENT' as const, thingId: at(cast.impediments, index) })),
      ...told.teams.map((index) => ({ kind: 'TEAM' as const, thingId: at(cast.teams, index) })),
    ],
    amendments: told.amendment ? [{ ...told.amendment, by: person(told.amendment.by) }] : [],
    briefId: null,
    importIdentity: null,
    importedFrom: '',
  };
}

type Terms = Omit<DelegationCell, 'decisionAreaId'>;

function termsOf({ level, role, vetoHours, answerHours }: DemoCell): Terms {
  const delegate: Delegate =
    role === null ? { kind: 'TEAM', role: null, personId: null } : { kind: 'ROLE', role, personId: null };
  return { level, delegate, vetoHours, answerHours };
}

/** As proposing freezes them. */
function frozenTermsOf(cell: DemoCell): Terms {
  const { vetoHours, ...terms } = termsOf(cell);
  return { ...terms, vetoHours: LEVEL_RULES[cell.level].veto ? vetoHours : 0 };
}

function placed({ kind, at: place }: DemoPlace, { productId, areas, teams }: DecisionCast): DecisionScope {
  if (kind === 'TEAM') return { kind, id: at(teams, place) };
  if (kind === 'AREA') return { kind, id: at(areas, place) };
  return { kind: 'PRODUCT', id: productId };
}

function at<T>(list: readonly T[], index: number): T {
  const one = list[index];
  if (one === undefined) throw new RangeError(`The story names number ${index} of ${list.length}.`);
  return one;
}
