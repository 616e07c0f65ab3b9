import type { DecisionWords } from '@chapterhouse/domain/decisions/decision-fields';
import type { MarkdownSections, Section } from './markdown-sections.js';
import { findOption } from './options-reader.js';

const CHOSEN = /^\W*chosen\s+(?:option|alternative)s?\W*:\W*?(?=\S)/iu;
const BECAUSE = /^(.*?)(?:\s*[,;:.]|\s)\s*because\b[,:]?\s*/isu;
const QUOTES = /^[\s"'“”„‘’*_]+|[\s"'“”„‘’*_.]+$/gu;

/** `Chosen option: "…", because …`, or whatever else says what was decided. */
export function readOutcome(
  markdown: MarkdownSections,
  section: Section,
  words: DecisionWords,
  unknown: (chosen: string) => void,
): void {
  const [first, ...others] = section.nodes;
  const text = first === undefined ? '' : markdown.textOf([first]);
  const chosen = first?.type === 'paragraph' ? CHOSEN.exec(text) : null;
  if (chosen === null) {
    words.outcome = [words.outcome, markdown.textOf(section.nodes)].filter((part) => part !== '').join('\n\n');
    return;
  }
  const said = text.slice(chosen[0].length);
  const because = BECAUSE.exec(said);
  const name = (because?.[1] ?? said.split('\n\n', 1)[0] ?? '').replaceAll(QUOTES, '');
  words.chosenOption = findOption(words.options, name);
  if (words.chosenOption === null && words.options.length > 0) unknown(name);
  const rest = markdown.textOf(others);
  const reason = because === null ? '' : said.slice(because[0].length);
  // "because" and then a list.
  const isOpen = because !== null && reason === '';
  words.rationale = isOpen ? rest : reason;
  const title = words.chosenOption === null ? name : (words.options[words.chosenOption]?.title ?? '');
  words.outcome = isOpen || rest === '' ? title : rest;
}
