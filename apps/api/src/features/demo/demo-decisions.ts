import { NO_DECISION_WORDS, type DecisionWords } from '@chapterhouse/domain/decisions/decision-fields';
import { type DecisionSide, LEVEL_RULES } from '@chapterhouse/domain/decisions/delegation-levels';
import { shift, shiftToWeekday, shiftToWeekdayBefore } from './day-shift.js';
import { cellAt, tellBoards } from './demo-boards.js';
import type { DemoAsk, DemoBoard, DemoDecision, DemoPlace } from './demo-decision-facts.js';
import { DEMO_DECISIONS, type DemoDecisionWords } from './demo-decision-words.js';
import type { DemoRole, DemoStory } from './demo-facts.js';
import { DEMO_LATER_DECISIONS } from './demo-later-decision-words.js';

type Told = Pick<DemoStory, 'roles' | 'teams' | 'impediments'>;

/** What was decided in a year, by whom the boards of then trusted with it; some of it was replaced, vetoed or taken back. */
export function tellDecisions(story: Told, today: string): { decisions: DemoDecision[]; boards: DemoBoard[] } {
  const people = new DemoDeciders(story);
  const boards = tellBoards(today, (place) => people.accountable(place));
  const words = [...DEMO_DECISIONS, ...DEMO_LATER_DECISIONS];
  const decisions = words.map((told, index) => decisionOf(told, index, { story, people, boards, today }));
  for (const [index, { replaces }] of words.entries()) {
    const replaced = decisions.find(({ title }) => title === replaces);
    const successor = decisions[index];
    if (!replaced || !successor) continue;
    successor.supersedes = [decisions.indexOf(replaced)];
    Object.assign(replaced, { supersededBy: index, endedAt: successor.decidedAt, endedBy: successor.decidedBy });
  }
  return { decisions, boards };
}

/** Who answers for what, and whom a board may trust. */
class DemoDeciders {
  constructor(private readonly story: Told) {}

  accountable({ kind, at }: DemoPlace): number {
    if (kind === 'TEAM') return this.holder('PRODUCT_OWNER', { kind, at });
    if (kind === 'AREA') return this.holder('AREA_PRODUCT_OWNER', { kind, at });
    return this.holder('CHIEF_PRODUCT_OWNER', { kind: 'PRODUCT', at: 0 });
  }

  /** The same one for the same number. */
  developer({ kind, at }: DemoPlace, number: number): number {
    const teams = this.story.teams.flatMap(({ area }, team) =>
      kind === 'PRODUCT' || (kind === 'AREA' ? area === at : team === at) ? [team] : [],
    );
    const developers = this.held((held) => held.role === 'DEVELOPER' && teams.includes(held.at));
    return someone(developers, number);
  }

  delegate(delegation: DemoDecision['delegation'], place: DemoPlace, number: number): number {
    const role = delegation?.cell.role ?? null;
    return role === null ? this.developer(place, number) : this.holder(role, place);
  }

  /** The place itself and what contains it. */
  chain({ kind, at }: DemoPlace): DemoPlace[] {
    const product: DemoPlace = { kind: 'PRODUCT', at: 0 };
    if (kind === 'TEAM') return [{ kind, at }, { kind: 'AREA', at: this.story.teams[at]?.area ?? 0 }, product];
    return kind === 'AREA' ? [{ kind, at }, product] : [product];
  }

  private holder(role: DemoRole['role'], { kind, at }: DemoPlace): number {
    return someone(
      this.held((held) => held.role === role && held.scope === kind && held.at === at),
      0,
    );
  }

  private held(wanted: (held: DemoRole) => boolean): number[] {
    return this.story.roles
      .filter((held) => held.kind === 'PRIMARY' && held.endsBefore === null && wanted(held))
      .map(({ person }) => person);
  }
}

interface Around {
  story: Told;
  people: DemoDeciders;
  boards: readonly DemoBoard[];
  today: string;
}

function decisionOf(told: DemoDecisionWords, index: number, { story, people, boards, today }: Around): DemoDecision {
  const [kind, at] = told.scope;
  const scope: DemoPlace = { kind, at };
  const proposedAt = `${shiftToWeekdayBefore(today, -told.proposed)}T09:20:00.000Z`;
  const decisionArea = told.decisionArea ?? null;
  const delegation = cellAt(boards, people.chain(scope), decisionArea, proposedAt);
  const sides: Record<DecisionSide, number> = {
    ACCOUNTABLE: people.accountable(scope),
    DELEGATE: people.delegate(delegation, scope, index),
  };
  const level = delegation?.cell.level ?? 'TELL';
  const rule = LEVEL_RULES[level];
  // An objection is the other side's.
  const proposes: DecisionSide = told.state === 'PROPOSED' && level === 'AGREE' ? 'ACCOUNTABLE' : 'DELEGATE';
  const decides = rule.mayAccept.includes('DELEGATE') ? 'DELEGATE' : 'ACCOUNTABLE';
  const isOpen = told.state === 'PROPOSED';
  const withdrawn = told.state === 'WITHDRAWN';
  const decidedOn = shiftToWeekdayBefore(today, told.took - told.proposed);
  const decidedBy = withdrawn ? sides[proposes] : sides[decides];
  const isEnded = told.state === 'REVERTED';
  return {
    title: told.title,
    kind: told.kind,
    state: told.state,
    scope,
    decisionArea,
    words: wordsOf(told),
    delegation,
    proposedBy: sides[proposes],
    proposedAt,
    decidedBy: isOpen ? null : decidedBy,
    decidedAt: isOpen ? null : `${decidedOn}T14:10:00.000Z`,
    veto:
      told.state === 'VETOED'
        ? { by: sides.ACCOUNTABLE, at: `${shiftToWeekday(decidedOn, 1)}T09:40:00.000Z`, reason: told.because ?? '' }
        : null,
    supersededBy: null,
    supersedes: [],
    endedAt: isEnded ? `${shiftToWeekday(decidedOn, 21)}T11:00:00.000Z` : null,
    endedBy: isEnded ? decidedBy : null,
    revertReason: isEnded ? (told.because ?? '') : '',
    closeReason: told.state === 'REJECTED' || withdrawn ? (told.because ?? '') : '',
    revisitOn: told.revisit === undefined ? null : shift(today, told.revisit),
    amendment: told.amendment
      ? { text: told.amendment, by: decidedBy, at: `${shiftToWeekday(decidedOn, 30)}T10:00:00.000Z` }
      : null,
    consulted: people.chain(scope).length > 2 ? [] : [people.developer(scope, index + 7)],
    asks: withdrawn ? [] : asksOf(told, rule.asks, proposes, sides, proposedAt, today),
    impediments: told.source === undefined ? [] : touchedImpediments(story, told.source),
    teams: told.teams ?? [],
  };
}

/** What the level asks for: the own side has consented by proposing, what is decided was answered half-way. */
function asksOf(
  told: DemoDecisionWords,
  asks: readonly Pick<DemoAsk, 'kind' | 'side'>[],
  proposes: DecisionSide,
  sides: Record<DecisionSide, number>,
  proposedAt: string,
  today: string,
): DemoAsk[] {
  const answeredOn = shiftToWeekdayBefore(today, Math.floor(told.took / 2) - told.proposed);
  const isOpen = told.state === 'PROPOSED';
  return asks.map(({ kind, side }): DemoAsk => {
    const by = sides[side];
    if (kind === 'CONSENT' && side === proposes)
      return { kind, side, answer: { kind: 'CONSENTED', words: '', by, at: proposedAt } };
    if (isOpen && told.said === undefined) return { kind, side, answer: null };
    const answer = kind === 'ADVICE' ? 'ADVISED' : isOpen ? 'OBJECTED' : 'CONSENTED';
    const words = told.said ?? (kind === 'ADVICE' ? 'Nothing to add from our side; go ahead.' : '');
    return { kind, side, answer: { kind: answer, words, by, at: `${answeredOn}T12:30:00.000Z` } };
  });
}

function wordsOf({
  context,
  options = [],
  outcome = '',
  rationale = '',
  gains = [],
  givesUp = [],
  state,
}: DemoDecisionWords): DecisionWords {
  return {
    ...NO_DECISION_WORDS,
    context,
    options: options.map(([title, good, bad]) => ({
      title,
      description: '',
      arguments: [
        { tone: 'GOOD', text: good },
        { tone: 'BAD', text: bad },
      ],
    })),
    chosenOption: options.length > 0 && state !== 'PROPOSED' ? 0 : null,
    outcome,
    rationale,
    gains,
    givesUp,
  };
}

/** The first and the last that waited for it. */
function touchedImpediments({ impediments }: Told, source: number): number[] {
  const waited = impediments.flatMap((one, index) => (one.source === source ? [index] : []));
  return [...new Set([...waited.slice(0, 1), ...waited.slice(-1)])];
}

function someone(people: readonly number[], number: number): number {
  const person = people[number % people.length];
  if (person === undefined) throw new RangeError('Nobody may decide this.');
  return person;
}
