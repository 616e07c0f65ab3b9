import { type DecisionForm, NEW_OPTION, type OptionForm, type TonedLines } from './decision-form';

/** What a template offers, put into the fields of a form: markdown by the names of the fields. No word of it is lost. */
export function withTemplate(form: DecisionForm, words: ReadonlyMap<string, string>): DecisionForm {
  const of = (name: string) => words.get(name) ?? '';
  const { options, rest } = optionsOf(of('options'));
  // Of a template that has one text only.
  const context = [of('context'), of('words')].filter((text) => text !== '').join('\n\n');
  return {
    ...form,
    context,
    drivers: plainLines(of('drivers')),
    options,
    outcome: of('outcome'),
    rationale: of('rationale'),
    gains: plainLines(of('gains')),
    givesUp: plainLines(of('givesUp')),
    consequences: tonedLines(of('consequences')),
    confirmation: of('confirmation'),
    moreInformation: [of('moreInformation'), rest].filter((text) => text !== '').join('\n\n'),
  };
}

const plain = (line: string): string => line.replace(/^\s*(?:[-*+•]|\d+[.)])\s+/u, '').trim();
const plainLines = (text: string): string =>
  text
    .split('\n')
    .map(plain)
    .filter((line) => line !== '')
    .join('\n');

/** As MADR words them: `Good, because …`; what says neither stands beside. */
function tonedLines(text: string): TonedLines {
  const lines = plainLines(text).split('\n').filter(Boolean);
  const tone = (line: string): keyof TonedLines =>
    /^good\b/iu.test(line) ? 'good' : /^bad\b/iu.test(line) ? 'bad' : 'neutral';
  const of = (wanted: keyof TonedLines) =>
    lines
      .filter((line) => tone(line) === wanted)
      .map((line) => line.replace(/^(?:good|bad|neutral)\s*[,:]\s*(?:because\s+)?/iu, ''))
      .join('\n');
  return { good: of('good'), neutral: of('neutral'), bad: of('bad') };
}

/** A heading each, or an entry of a list each; words before the first are told apart. */
function optionsOf(text: string): { options: OptionForm[]; rest: string } {
  const parts = text.split(/^#{3,6}[ \t]+/mu);
  if (parts.length > 1) {
    const [before = '', ...told] = parts;
    const options = told.map((part) => {
      const [title = '', ...description] = part.split('\n');
      return { ...NEW_OPTION, title: title.trim(), description: description.join('\n').trim() };
    });
    return { options, rest: before.trim() };
  }
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const isEntry = (line: string) => /^(?:[-*+•]|\d+[.)])\s+/u.test(line);
  return {
    options: lines.filter(isEntry).map((line) => ({ ...NEW_OPTION, title: plain(line) })),
    rest: lines.filter((line) => !isEntry(line)).join('\n'),
  };
}
