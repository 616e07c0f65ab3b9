import { IDEA_STATE_TITLES, IDEA_STATES } from '@chapterhouse/domain/communities/idea-state';
import type { IdeaLineFragment, IdeaState } from '../../../generated/graphql';
import { dayWords } from '../../../platform/dates/day-words';

export const IDEA_WORDS: Record<IdeaState, string> = IDEA_STATE_TITLES;
export const STATES: readonly IdeaState[] = IDEA_STATES;

export const IDEA_PROGRESS = {
  IDEA: 'none',
  DISCUSSED: 'quarter',
  ON_TRIAL: 'half',
  ADOPTED: 'full',
  DROPPED: 'stopped',
} as const satisfies Record<IdeaState, string>;

/** What a column is for, while nothing is in it. */
export const STATE_HINTS: Record<IdeaState, string> = {
  IDEA: 'What somebody would try.',
  DISCUSSED: 'Others said something about it.',
  ON_TRIAL: 'A team tries it until a day.',
  ADOPTED: 'It became something all can follow.',
  DROPPED: 'It was not worth it, and why.',
};

/** "Harbor tries it until 3 December", or what it became; null where the state says it all. */
export function ideaFacts(idea: IdeaLineFragment, today: string): string | null {
  const { state, trialTeam, trialUntil, artifact, decision } = idea;
  if (state === 'ON_TRIAL' && trialTeam && trialUntil !== null)
    return `${trialTeam.name} tries it until ${dayWords(trialUntil, today)}`;
  const became = artifact ?? decision;
  if (state === 'ADOPTED' && became) return `It became ${became.key} ${became.title}`;
  return null;
}
