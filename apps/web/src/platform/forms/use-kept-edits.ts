import { useEffect, useRef } from 'react';
import { type KeptDraft, useDraft } from '../drafts/use-draft';
import {
  type Edit,
  type EditedFields,
  type Edits,
  type Fact,
  type Facts,
  standingOf,
  withEdit,
  withoutTheirs,
} from './use-edits';

/**
 * As `useEdits`, but what is changed outlives the screen and a reload, as drafts do.
 * @param place names the thing among all drafts; another one needs another mounting (a `key`)
 */
export function useKeptEdits(place: string, saved: Facts): Edits & { draft: KeptDraft } {
  const [text, setText, , draft] = useDraft(place);
  // Several fields may be set before the next rendering.
  const latest = useRef(text);
  useEffect(() => {
    latest.current = text;
  }, [text]);
  const change = (next: (before: EditedFields) => EditedFields) => {
    const edits = next(readEdits(latest.current));
    latest.current = Object.keys(edits).length === 0 ? '' : JSON.stringify(edits);
    setText(latest.current);
  };
  const standing = standingOf(saved, readEdits(text));
  return {
    ...standing,
    set: (field, to) => change((before) => withEdit(saved, before, field, to)),
    takeTheirs: () => change((before) => withoutTheirs(before, standing.theirs)),
    discard: () => change(() => ({})),
    draft,
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isFact = (value: unknown): value is Fact =>
  value === null ||
  ['string', 'number', 'boolean'].includes(typeof value) ||
  (Array.isArray(value) && value.every((one) => typeof one === 'number'));

const isEdit = (value: unknown): value is Edit => isRecord(value) && isFact(value['from']) && isFact(value['to']);

/** Of another release, or not ours: nothing. */
function readEdits(text: string): EditedFields {
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value)) return {};
    return Object.fromEntries(Object.entries(value).flatMap(([field, one]) => (isEdit(one) ? [[field, one]] : [])));
  } catch {
    return {};
  }
}
