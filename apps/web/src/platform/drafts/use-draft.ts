import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useViewer } from '../session/session-provider';
import {
  draftKey,
  dropOldDrafts,
  onDraftChanged,
  parseDraft,
  readRaw,
  type StoredDraft,
  tellDraftChanged,
  type Words,
  writeRaw,
} from './draft-store';

/** How a draft stands; `<DraftNote draft={…}>` shows it. */
export type KeptDraft = {
  /** Where it lies in the storage. */
  key: string;
  /** When the words were written, in milliseconds, while they are as they came back from before. */
  restoredAt: number | null;
  /** What the place said when the words were begun: what it says now may be somebody else's. */
  from: string;
  /** Words of another tab that these have not seen. */
  other: Words | null;
  /** Throws the words away; the result puts them back. */
  discard: () => () => void;
  /** One of the two is thrown away. */
  choose: (which: 'these' | 'other') => void;
};

type Standing = Pick<KeptDraft, 'restoredAt' | 'from' | 'other'> & { text: string };

let swept = false;

/**
 * Words that are not saved yet. They outlive a closed panel or tab, a sign-out and a session that ends, in this browser,
 * for the person who wrote them; tabs of the same person follow one another, but for words that somebody has changed in them.
 * @param place names the thing: `comment:IMP-42`; another place needs another mounting (a `key`)
 * @param initial what the place says without a draft
 * @returns the words, a setter, `clear()` for after they were saved, and how the draft stands
 */
export function useDraft(place: string, initial = ''): [string, (text: string) => void, () => void, KeptDraft] {
  const { organization, person } = useViewer();
  const [key] = useState(() => draftKey(organization.id, person.id, place));
  const [standing, setStanding] = useState(() => opened(key, initial));
  const latest = useRef(standing);
  // As it was last seen in the storage: what is different there is of another tab.
  const seen = useRef(standing.raw);
  const unkept = useRef(false);

  const show = (next: Standing) => {
    latest.current = { ...next, raw: seen.current };
    setStanding(latest.current);
  };
  const keep = (draft: StoredDraft | null) => {
    const raw = draft && JSON.stringify(draft);
    unkept.current = !writeRaw(key, raw);
    if (!unkept.current) seen.current = raw;
  };
  const change = (text: string) => {
    const raw = readRaw(key);
    const unseen = raw === seen.current ? null : parseDraft(raw);
    const other = unseen && unseen.text !== text ? { text: unseen.text, at: unseen.at } : latest.current.other;
    const from = text === initial ? initial : latest.current.from;
    keep(text === initial && other === null ? null : { text, at: Date.now(), from, ...(other && { other }) });
    show({ text, from, other, restoredAt: null });
  };
  const become = (words: Words | null) => {
    const draft = words && { ...words, from: initial };
    keep(draft);
    show(draft ? { ...draft, restoredAt: draft.at, other: null } : nothing(initial));
  };
  const discard = () => {
    const { text } = latest.current;
    become(null);
    return () => {
      change(text);
      // The form may have been opened anew meanwhile.
      tellDraftChanged(key);
    };
  };
  const choose = (which: 'these' | 'other') => {
    const { other, text, from } = latest.current;
    if (which === 'other') return become(other);
    keep(text === initial ? null : { text, at: Date.now(), from });
    show({ ...latest.current, other: null });
  };

  const follow = useEffectEvent(() => {
    const raw = readRaw(key);
    if (raw === seen.current) return;
    seen.current = raw;
    const draft = parseDraft(raw);
    const { text, restoredAt, from } = latest.current;
    // What somebody is writing here stays under their hands, as does what could not be kept and is nowhere else.
    const written = text !== initial && text !== from;
    const held = unkept.current || (restoredAt === null && written);
    if (!held) show(draft ? standingOf(draft) : nothing(initial));
    else if (!draft) keep({ text, at: Date.now(), from });
    else if (draft.text !== text) show({ ...latest.current, other: { text: draft.text, at: draft.at } });
  });
  useEffect(() => {
    if (!swept) dropOldDrafts();
    swept = true;
    return onDraftChanged(key, () => follow());
  }, [key]);

  const { text, restoredAt, from, other } = standing;
  // Words of another tab are a draft of their own: they are what is left when these are saved.
  const clear = () => become(latest.current.other);
  return [text, change, clear, { key, restoredAt, from, other, discard, choose }];
}

function opened(key: string, initial: string): Standing & { raw: string | null } {
  const raw = readRaw(key);
  const draft = parseDraft(raw);
  // It says the same by now: somebody saved it elsewhere.
  const useful = draft !== null && (draft.text !== initial || draft.other !== undefined);
  return { ...(useful ? standingOf(draft) : nothing(initial)), raw };
}

const nothing = (initial: string): Standing => ({ text: initial, from: initial, restoredAt: null, other: null });

const standingOf = ({ text, at, from, other }: StoredDraft): Standing => ({
  text,
  from,
  restoredAt: at,
  other: other ?? null,
});
