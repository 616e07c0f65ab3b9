import type { TemplateUse } from './artifact-state.js';
import { headingLine, withoutEnd } from './heading-line.js';

/** What a template offers for one field of a form: markdown. */
export interface OfferedField {
  name: string;
  text: string;
}

/** A field of a form, and headings (lower case) under which a template may word it. */
type FormFields = readonly (readonly [name: string, headings: readonly string[]])[];

/** The names of MADR and of the form itself. */
const DECISION: FormFields = [
  ['context', ['context', 'context and problem statement', 'problem', 'background']],
  ['drivers', ['drivers', 'decision drivers']],
  ['options', ['options', 'considered options', 'pros and cons of the options']],
  ['outcome', ['outcome', 'decision outcome', 'decision']],
  ['rationale', ['rationale', 'why', 'reason']],
  ['gains', ['gains', 'what we gain']],
  ['givesUp', ['gives up', 'what we give up', 'trade-offs']],
  ['consequences', ['consequences']],
  ['confirmation', ['confirmation', 'validation']],
  ['moreInformation', ['more information', 'links', 'notes']],
];
const BRIEF: FormFields = [
  ['proposal', ['proposal', 'proposed change', 'what should change']],
  ['ask', ['ask', 'what we ask for', 'decision asked for']],
];
const WORDS: FormFields = [['words', ['words']]];

const FORMS: Record<TemplateUse, { fields: FormFields; first: string; other: string }> = {
  DECISION: { fields: DECISION, first: 'context', other: 'moreInformation' },
  BRIEF: { fields: BRIEF, first: 'proposal', other: 'proposal' },
  // A team writes down what it agreed on as a decision of its own: proposed, consented to, looked at again on a day.
  AGREEMENT: { fields: DECISION, first: 'outcome', other: 'outcome' },
  // Its tasks are the steps of the run (`taskListSteps`); this is all that it says.
  CHECKLIST_RUN: { fields: WORDS, first: 'words', other: 'words' },
};

/**
 * A template's text by the fields of the form that it is for. What stands above the first heading goes to the first field; what
 * stands under a heading that the form does not know goes to its freest one, with the heading: no word is lost.
 */
export function templateFieldsOf(body: string, target: TemplateUse): OfferedField[] {
  const { fields, first, other } = FORMS[target];
  const texts = new Map<string, string[]>();
  const add = (name: string, text: string): void => {
    const known = texts.get(name) ?? [];
    if (text.trim() !== '') known.push(text.trim());
    if (known.length > 0) texts.set(name, known);
  };
  for (const { heading, line, text } of sectionsOf(body)) {
    if (heading === null) add(first, text);
    else {
      const known = fields.find(([, headings]) => headings.includes(heading.toLowerCase()));
      add(known?.[0] ?? other, known ? text : `${line}\n${text}`);
    }
  }
  return fields.flatMap(([name]) => {
    const found = texts.get(name);
    return found === undefined ? [] : [{ name, text: found.join('\n\n') }];
  });
}

interface Section {
  /** Null above the first. */
  heading: string | null;
  line: string;
  text: string;
}

const FENCE = /^ {0,3}(?<fence>`{3,}|~{3,})/u;

/** By headings of the second level; a title of the first above them is the template's own. */
function sectionsOf(body: string): Section[] {
  const sections: Section[] = [{ heading: null, line: '', text: '' }];
  let fence: string | null = null;
  for (const line of body.replace(/\r\n?/gu, '\n').split('\n')) {
    const mark = FENCE.exec(line)?.groups?.['fence'];
    if (mark !== undefined) {
      if (fence === null) fence = mark;
      else if (mark.startsWith(fence)) fence = null;
    }
    const heading = fence === null ? headingLine(line) : undefined;
    const [current] = sections.slice(-1);
    if (heading?.level === 2) sections.push({ heading: withoutEnd(heading.words, '.:').trim(), line, text: '' });
    else if (current !== undefined && !(sections.length === 1 && heading?.level === 1)) current.text += `${line}\n`;
  }
  return sections;
}
