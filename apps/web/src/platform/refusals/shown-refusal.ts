import { CombinedGraphQLErrors } from '@apollo/client';
import { REFUSAL_MESSAGES, type RefusalCode, type RefusalWords } from './refusal-messages';

export type ShownRefusal = RefusalWords & {
  /** `NETWORK`: no reply. `UNKNOWN`: a reply that is no refusal. */
  code: RefusalCode | 'NETWORK' | 'UNKNOWN';
  details: Record<string, unknown>;
  /** Sentences by field name, when the input was refused. */
  fields: Record<string, string>;
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isCode = (value: unknown): value is RefusalCode =>
  typeof value === 'string' && Object.hasOwn(REFUSAL_MESSAGES, value);

const NO_REPLY: RefusalWords = {
  title: 'The server did not answer.',
  next: 'Nothing is lost on this screen. Check your connection, then try again.',
};
const NO_REFUSAL: RefusalWords = {
  title: 'The server answered in a way this page does not understand.',
  next: 'Reload the page, then try again.',
};

/** Turns whatever an operation threw into words for people. */
export function shownRefusal(error: unknown): ShownRefusal {
  if (!CombinedGraphQLErrors.is(error)) return { code: 'NETWORK', ...NO_REPLY, details: {}, fields: {} };
  const extensions = error.errors[0]?.extensions;
  const code = extensions?.['code'];
  if (!isCode(code)) return { code: 'UNKNOWN', ...NO_REFUSAL, details: {}, fields: {} };
  const details = isRecord(extensions?.['details']) ? extensions['details'] : {};
  return { code, ...words(code, details), details, fields: problems(details['fields']) };
}

function words(code: RefusalCode, details: Record<string, unknown>): RefusalWords {
  const say: (details: never) => RefusalWords = REFUSAL_MESSAGES[code];
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server sends the details of this code
    return say(details as never);
  } catch {
    return NO_REFUSAL; // An older or newer server left a detail out.
  }
}

function problems(fields: unknown): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of Array.isArray(fields) ? fields : []) {
    if (!isRecord(entry)) continue;
    const { field, problem } = entry;
    // `input.email` and `email` name the same field to a form.
    if (typeof field === 'string' && typeof problem === 'string') found[field.replace(/^.*\./, '')] ??= problem;
  }
  return found;
}
