import type { DecisionWords } from './decision-fields.js';

/** Code in a text, or the target of a link: `[text](target "title")`. */
const CODE_OR_TARGET = /(```.*?```|~~~.*?~~~|`[^`\n]*`)|(\]\()([^()\s]+)((?:\s+"[^"\n]*")?\))/gsu;

/** The words with other targets in their links; code stays as it is. @param next undefined: as it was */
export function withTargets(words: DecisionWords, next: (target: string) => string | undefined): DecisionWords {
  const of = (text: string): string =>
    text.replaceAll(
      CODE_OR_TARGET,
      (whole: string, code: string | undefined, open: string, target: string, end: string) =>
        code === undefined ? `${open}${next(target) ?? target}${end}` : whole,
    );
  const argued = (given: DecisionWords['consequences']): DecisionWords['consequences'] =>
    given.map(({ tone, text }) => ({ tone, text: of(text) }));
  return {
    context: of(words.context),
    drivers: words.drivers.map(of),
    options: words.options.map(({ title, description, arguments: given }) => ({
      title,
      description: of(description),
      arguments: argued(given),
    })),
    chosenOption: words.chosenOption,
    outcome: of(words.outcome),
    rationale: of(words.rationale),
    gains: words.gains.map(of),
    givesUp: words.givesUp.map(of),
    consequences: argued(words.consequences),
    confirmation: of(words.confirmation),
    moreInformation: of(words.moreInformation),
  };
}

/** Where a decision is read; as links in words name it. */
export function decisionPath(number: number): string {
  return `/decisions/D-${number}`;
}

/** The number of the decision that a link leads to. */
export function decisionAt(target: string): number | undefined {
  const number = /^\/decisions\/D-([1-9]\d{0,8})$/u.exec(target)?.[1];
  return number === undefined ? undefined : Number(number);
}
