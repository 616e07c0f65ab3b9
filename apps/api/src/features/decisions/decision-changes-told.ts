import {
  ARGUMENT_TONE_TITLES,
  type DecisionArgument,
  type DecisionOption,
  type DecisionWords,
} from '@chapterhouse/domain/decisions/decision-fields';
import type { FieldChange } from '@chapterhouse/domain/event-payload';
import { excerpt } from '../../platform/graphql/typed-text.js';
import { decisionKeyOf, type DecisionRow } from './decision-row.js';

/** What an event tells of other words: every field that differs, in words for people. */
export function wordChanges(before: DecisionWords, after: DecisionWords): FieldChange[] {
  const fields = Object.keys(TOLD).filter((field): field is keyof DecisionWords => field in TOLD);
  return fields.flatMap((field): FieldChange[] => {
    const [from, to] = [TOLD[field](before), TOLD[field](after)];
    return from === to ? [] : [{ field, from: excerpt(from), to: excerpt(to) }];
  });
}

const TOLD: Record<keyof DecisionWords, (words: DecisionWords) => string> = {
  context: ({ context }) => context,
  drivers: ({ drivers }) => listed(drivers),
  options: ({ options }) => listed(options.map(optionTold)),
  chosenOption: ({ options, chosenOption }) => (chosenOption === null ? '' : (options[chosenOption]?.title ?? '')),
  outcome: ({ outcome }) => outcome,
  rationale: ({ rationale }) => rationale,
  gains: ({ gains }) => listed(gains),
  givesUp: ({ givesUp }) => listed(givesUp),
  consequences: ({ consequences }) => listed(consequences.map(argumentTold)),
  confirmation: ({ confirmation }) => confirmation,
  moreInformation: ({ moreInformation }) => moreInformation,
};

/** In their order; null where there are none. */
export function keysOf(rows: readonly Pick<DecisionRow, 'number'>[]): string | null {
  const numbers = rows.map(({ number }) => number).sort((a, b) => a - b);
  return numbers.length === 0 ? null : numbers.map(decisionKeyOf).join(', ');
}

/** One to a line. */
export function listed(texts: readonly string[]): string {
  return texts.join('\n');
}

function optionTold({ title, description, arguments: given }: DecisionOption): string {
  return [title, description, ...given.map(argumentTold)].filter((text) => text !== '').join('\n');
}

function argumentTold({ tone, text }: DecisionArgument): string {
  return `${ARGUMENT_TONE_TITLES[tone]}: ${text}`;
}
