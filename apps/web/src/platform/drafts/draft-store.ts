const PREFIX = 'chapterhouse.draft.';
/** What nobody came back to in this time, in milliseconds, is dropped. */
const KEPT_FOR = 30 * 24 * 3_600_000;

export type Words = { text: string; /** When they were written, in milliseconds. */ at: number };

/** Words on their way to a place. */
export type StoredDraft = Words & {
  /** What the place said when they were begun. */
  from: string;
  /** Of another tab, which wrote here at the same time: both are kept until somebody chooses. */
  other?: Words;
};

/** One person's words in one organization; whoever else uses this browser is not shown them. */
export function draftKey(organizationId: string, personId: string, place: string): string {
  return `${PREFIX}${organizationId}.${personId}.${place}`;
}

/** As it lies there: to see whether somebody else has written since. */
export function readRaw(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // Storage may be forbidden; the draft then lives as long as the screen.
  }
}

/** False when it could not be kept: storage is forbidden or full. */
export function writeRaw(key: string, raw: string | null): boolean {
  try {
    if (raw === null) localStorage.removeItem(key);
    else localStorage.setItem(key, raw);
    return true;
  } catch {
    return false;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isWords = (value: unknown): value is Words =>
  isRecord(value) && typeof value['text'] === 'string' && typeof value['at'] === 'number';
const isDraft = (value: unknown): value is StoredDraft =>
  isWords(value) && 'from' in value && typeof value.from === 'string' && (!('other' in value) || isWords(value.other));

export function parseDraft(raw: string | null): StoredDraft | null {
  if (raw === null) return null;
  try {
    const value: unknown = JSON.parse(raw);
    return isDraft(value) ? value : null;
  } catch {
    return null;
  }
}

/** Drops what is old, whoever wrote it, and what no release can read. @param now milliseconds */
export function dropOldDrafts(now = Date.now()): void {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
    for (const key of keys.filter((one) => one.startsWith(PREFIX))) {
      const draft = parseDraft(localStorage.getItem(key));
      if (draft === null || now - draft.at > KEPT_FOR) localStorage.removeItem(key);
    }
  } catch {
    // As above.
  }
}

/** What one person has written in one organization and not saved; what is no text for people is left out. */
export function draftTexts(organizationId: string, personId: string): string[] {
  const prefix = draftKey(organizationId, personId, '');
  try {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
    return keys
      .filter((key) => key.startsWith(prefix))
      .flatMap((key) => parseDraft(readRaw(key))?.text ?? [])
      .filter((text) => text.trim() !== '' && !/^[[{]/.test(text));
  } catch {
    return [];
  }
}

/** Runs when another tab has written, and when this one comes back after it could not listen. */
export function onDraftChanged(key: string, run: () => void): () => void {
  const heard = (event: StorageEvent) => {
    if (event.key === key || event.key === null) run();
  };
  window.addEventListener('storage', heard);
  window.addEventListener('pageshow', run);
  document.addEventListener('visibilitychange', run);
  return () => {
    window.removeEventListener('storage', heard);
    window.removeEventListener('pageshow', run);
    document.removeEventListener('visibilitychange', run);
  };
}

/** Words that were on their way come back to their place; what was written there meanwhile is kept beside them. */
export function giveBack({ key, raw }: { key: string; raw: string }): void {
  const back = parseDraft(raw);
  if (back === null) return;
  const there = parseDraft(readRaw(key));
  const beside = there && there.text !== back.text ? { other: { text: there.text, at: there.at } } : {};
  writeRaw(key, JSON.stringify({ ...back, ...beside }));
  tellDraftChanged(key);
}

/** To whoever listens in this tab; the browser tells the others. */
export function tellDraftChanged(key: string): void {
  window.dispatchEvent(new StorageEvent('storage', { key }));
}
