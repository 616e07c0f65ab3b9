import type { BriefAnswerKind } from '../impediments/brief-fields.js';
import type { EscalationBrief } from '../impediments/escalation-brief.js';
import { markdownLine, markdownText } from '../markdown-escape.js';
import { DECISION_TITLE_LIMIT, type DecisionOption, type DecisionWords, NO_DECISION_WORDS } from './decision-fields.js';
import type { DecisionState } from './decision-state.js';

/** What was decided by answering a brief. */
export interface BriefDecision {
  title: string;
  state: Extract<DecisionState, 'ACCEPTED' | 'REJECTED'>;
  words: DecisionWords;
  /** Why not; empty where it was agreed to. */
  closeReason: string;
}

const STATES: Record<Exclude<BriefAnswerKind, 'NEED_MORE'>, BriefDecision['state']> = {
  AGREED: 'ACCEPTED',
  AGREED_WITH_CHANGE: 'ACCEPTED',
  DECLINED: 'REJECTED',
};

/** So many are named; the brief has all of them. */
const MOST_TEAMS = 20;

/** The decision that answers a brief, in the words of both; null where more was asked for, which decides nothing. */
export function decisionOfBrief(brief: EscalationBrief, kind: BriefAnswerKind, words: string): BriefDecision | null {
  if (kind === 'NEED_MORE') return null;
  const state = STATES[kind];
  return {
    title: oneLine(brief.ask, DECISION_TITLE_LIMIT),
    state,
    words: {
      ...NO_DECISION_WORDS,
      context: contextOf(brief),
      options: optionsOf(brief, kind),
      chosenOption: { AGREED: 0, AGREED_WITH_CHANGE: 1, DECLINED: null }[kind],
      outcome: markdownText(words),
    },
    closeReason: state === 'REJECTED' ? words : '',
  };
}

function optionsOf({ proposal }: EscalationBrief, kind: BriefAnswerKind): DecisionOption[] {
  const proposed = { title: 'As it was proposed', description: markdownText(proposal), arguments: [] };
  const changed = { title: 'With a change', description: '', arguments: [] };
  return kind === 'AGREED_WITH_CHANGE' ? [proposed, changed] : [proposed];
}

/** What it is about, in short: the brief with all its data is attached. */
function contextOf({ impediment, teams, blockedTeamDays, earlier, ask }: EscalationBrief): string {
  const { key, title, ageInWorkingDays: age, source } = impediment;
  const facts = [
    `${key}: ${title}`,
    `Open for ${counted(age, 'working day')}, ${counted(blockedTeamDays.soFar, 'blocked team-day')} so far`,
    ...(source === null ? [] : [`Waits for: ${source}`]),
    ...(teams.length === 0 ? [] : [`Teams: ${named(teams)}`]),
    ...(earlier.impediments.length === 0
      ? []
      : [`${counted(earlier.impediments.length, 'earlier impediment')} of its source and category in two quarters`]),
  ];
  return `${markdownText(ask)}\n\n${facts.map((fact) => `- ${markdownLine(fact)}`).join('\n')}`;
}

function named(teams: EscalationBrief['teams']): string {
  const names = teams.slice(0, MOST_TEAMS).map(({ name }) => name);
  const more = teams.length - names.length;
  return [...names, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function oneLine(text: string, most: number): string {
  const line = text.trim().replaceAll(/\s+/gu, ' ');
  const characters = Array.from(line);
  return characters.length <= most ? line : `${characters.slice(0, most - 1).join('')}…`;
}
