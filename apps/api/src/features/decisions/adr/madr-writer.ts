import type { AdrDocument, KeptFacts } from '@chapterhouse/domain/decisions/adr-document';
import type { DecisionArgument, DecisionWords } from '@chapterhouse/domain/decisions/decision-fields';
import { stringify } from 'yaml';
import { readAdr } from './adr-reader.js';
import type { Exactly } from './kept-facts.js';

/** A decision that was made or proposed here, as a document. */
export interface OwnDocument extends AdrDocument {
  proposedAt: string;
  kept: KeptFacts;
}

/** How another decision is named in a status: its key, and its file when it lies beside this one. */
export interface NamedFile {
  key: string;
  file: string | null;
}

const STATUS: Record<KeptFacts['state'], string> = {
  PROPOSED: 'proposed',
  ACCEPTED: 'accepted',
  REJECTED: 'rejected',
  WITHDRAWN: 'withdrawn',
  VETOED: 'vetoed',
  SUPERSEDED: 'superseded',
  REVERTED: 'deprecated',
};
const TONES = { GOOD: 'Good', NEUTRAL: 'Neutral', BAD: 'Bad' } as const;
const NO_DAY_IS_LATER = '9999-12-31';

/**
 * MADR 4, for people and other tools; the field `chapterhouse` keeps what MADR has no place for. What is written is read
 * again at once: parts that would come back changed (a heading within a context, say) are kept there word by word, so
 * that nothing is ever lost, whatever the words are.
 * @param day YYYY-MM-DD on which it was decided or proposed, where the organization is
 */
export function writeMadr(document: OwnDocument, day: string, successor: NamedFile | null): string {
  const plain = render(document, day, successor, {});
  const exact = whatIsLost(document, readAdr(document.path, plain, NO_DAY_IS_LATER).document);
  return Object.keys(exact).length === 0 ? plain : render(document, day, successor, exact);
}

function whatIsLost(document: AdrDocument, back: AdrDocument | null): Exactly {
  const parts = { title: document.title, people: document.people, ...document.words };
  const read: object = back === null ? {} : { title: back.title, people: back.people, ...back.words };
  const found = new Map(Object.entries(read));
  return Object.fromEntries(
    Object.entries(parts).filter(([name, value]) => JSON.stringify(found.get(name)) !== JSON.stringify(value)),
  );
}

function render(document: OwnDocument, day: string, successor: NamedFile | null, exactly: Exactly): string {
  const { kept, proposedAt, decidedAt, supersedes, supersededBy, people } = document;
  const named = (part: AdrDocument['people'][number]['part']): string[] =>
    people.filter((one) => one.part === part).map(({ name }) => name);
  const matter = {
    status: statusOf(kept.state, successor),
    date: day,
    'decision-makers': named('DECISION_MAKER'),
    consulted: named('CONSULTED'),
    informed: named('INFORMED'),
    chapterhouse: {
      key: `D-${kept.number}`,
      ...kept,
      proposedAt,
      decidedAt,
      supersedes,
      supersededBy,
      ...(Object.keys(exactly).length > 0 && { exactly }),
    },
  };
  const yaml = stringify(matter, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' });
  const blocks = [`---\n${yaml}---`, `# ${oneLine(document.title)}`, ...bodyOf(document.words)];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function statusOf(state: KeptFacts['state'], successor: NamedFile | null): string {
  if (state !== 'SUPERSEDED' || successor === null) return STATUS[state];
  const { key, file } = successor;
  return `superseded by ${file === null ? key : `[${key}](${file})`}`;
}

function bodyOf(words: DecisionWords): string[] {
  const argued = words.options.filter((option) => option.description !== '' || option.arguments.length > 0);
  return [
    '## Context and Problem Statement',
    words.context,
    ...listed('## Decision Drivers', words.drivers),
    ...listed(
      '## Considered Options',
      words.options.map(({ title }) => title),
    ),
    ...outcomeOf(words),
    ...(argued.length === 0 ? [] : ['## Pros and Cons of the Options']),
    ...argued.flatMap((option) => [
      `### ${oneLine(option.title)}`,
      option.description,
      listOf(option.arguments.map(argumentText)),
    ]),
    ...(words.moreInformation === '' ? [] : ['## More Information', words.moreInformation]),
  ];
}

function outcomeOf(words: DecisionWords): string[] {
  const { outcome, rationale } = words;
  const chosen = words.chosenOption === null ? undefined : words.options[words.chosenOption]?.title;
  const isShort = chosen !== undefined && rationale !== '' && !/\n\s*\n/u.test(rationale);
  const reason = isShort ? `, ${because(rationale)}` : '';
  const blocks = [
    chosen === undefined ? '' : `Chosen option: "${oneLine(chosen)}"${reason}`,
    outcome === chosen ? '' : outcome,
    ...(isShort || rationale === '' ? [] : ['### Rationale', rationale]),
    ...listed('### Consequences', words.consequences.map(argumentText)),
    ...listed('### Trade-offs', [
      ...words.gains.map((text) => `We gain: ${text}`),
      ...words.givesUp.map((text) => `We give up: ${text}`),
    ]),
    ...(words.confirmation === '' ? [] : ['### Confirmation', words.confirmation]),
  ].filter((block) => block !== '');
  return blocks.length === 0 ? [] : ['## Decision Outcome', ...blocks];
}

function argumentText({ tone, text }: DecisionArgument): string {
  return `${TONES[tone]}, ${because(text)}`;
}

/** A sentence of its own keeps its capital: whether that is a name nobody knows. */
function because(text: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(text) ? `because: ${text}` : `because ${text}`;
}

function listed(heading: string, texts: string[]): string[] {
  return texts.length === 0 ? [] : [heading, listOf(texts)];
}

function listOf(texts: string[]): string {
  return texts.map((text) => `* ${text.replaceAll(/\n(?=[^\n])/gu, '\n  ')}`).join('\n');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
