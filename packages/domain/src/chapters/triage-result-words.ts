import { type ImpedimentSeverity, SEVERITY_TITLES } from '../impediments/impediment-fields.js';
import { IMPEDIMENT_STATE_TITLES, type ImpedimentState, UNRESOLVED_STATES } from '../impediments/impediment-state.js';

/** What an impediment leaves triage with; names as people wrote them. */
export interface TriagedFacts {
  ownerName: string;
  levelName: string;
  severity: ImpedimentSeverity;
  /** YYYY-MM-DD */
  dueOn: string | null;
  nextStep: string;
}

/** "Ana Roth has it, Scrum of Scrums, high, by 2026-03-05. Next: Ask the vendor" */
export function triagedWords({ ownerName, levelName, severity, dueOn, nextStep }: TriagedFacts): string {
  const facts = [levelName, SEVERITY_TITLES[severity].toLowerCase(), ...(dueOn === null ? [] : [`by ${dueOn}`])];
  return `${ownerName} has it, ${facts.join(', ')}. Next: ${nextStep}`;
}

/** "To Executive Action Team: Decide who pays" */
export function escalatedWords(levelName: string, words: string): string {
  return `To ${levelName}: ${words}`;
}

/**
 * Of what has no result when a session ends. What was done with the impediment meanwhile, here or elsewhere, is said with it.
 * @param state null where it is about no impediment
 */
export function leftOpenWords(wasSpokenOf: boolean, state: ImpedimentState | null): string {
  const words = wasSpokenOf ? 'Not finished' : 'Not reached';
  if (state === null || UNRESOLVED_STATES.includes(state)) return words;
  return `${words}; its state is ${IMPEDIMENT_STATE_TITLES[state].toLowerCase()} by now`;
}
