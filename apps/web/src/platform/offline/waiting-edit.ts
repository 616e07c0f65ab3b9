/** An edit that was made while the server was away. `refusal`: it was sent and refused; its words are kept until somebody has seen them. */
export type WaitingEdit = {
  /** Its idempotency key: sent twice it still happens once. */
  key: string;
  /** The id of whoever made it; nobody else's session sends it. */
  viewerId: string;
  /** The browser tab in which its form may still be open. */
  tab: string;
  at: number;
  operationName: string;
  query: string;
  variables: Record<string, unknown>;
  /** What it changes, in words: "Start IMP-4". */
  label: string;
  /** The key of the impediment that it changes. */
  impedimentKey?: string;
  /** The drafts that held its words, as they lay there: they come back when it is refused. */
  drafts?: { key: string; raw: string }[];
  /** What the screen shows while it waits, as if it had been saved. */
  optimistic?: Record<string, unknown>;
  refusal?: { title: string; next: string };
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

export const isWaitingEdit = (value: unknown): value is WaitingEdit =>
  isRecord(value) &&
  ['key', 'viewerId', 'tab', 'operationName', 'query', 'label'].every((name) => typeof value[name] === 'string') &&
  isRecord(value['variables']);

/** "StartImpediment" on IMP-4 -> "Start IMP-4"; "SaveView" -> "Save view". */
export function labelOf(operationName: string, subject: string | null): string {
  const words = operationName.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  const plain = subject === null ? words : `${words.replace(/\bimpediments?\b/, '').trim()} ${subject}`;
  return plain.charAt(0).toUpperCase() + plain.slice(1).replaceAll('  ', ' ');
}

/** The words that somebody wrote in an edit, to copy them when it cannot be sent. */
export function wordsIn(variables: Record<string, unknown>): string[] {
  return Object.entries(variables).flatMap(([name, value]) => {
    if (isRecord(value)) return wordsIn(value);
    return typeof value === 'string' && WORDS.has(name) && value.trim() !== '' ? [value] : [];
  });
}

const WORDS = new Set(['title', 'description', 'body', 'nextStep', 'resolution', 'reason', 'name', 'note']);

/** Where an own edit has moved a thing to, so that the next one made on top of it fits. */
export class OwnVersions {
  private readonly moved = new Map<string, { from: number; to: number }>();

  /** The variables with the version that the earlier edits of this queue have led to. */
  fit(variables: Record<string, unknown>): Record<string, unknown> {
    const { id, version } = variables;
    const moved = typeof id === 'string' ? this.moved.get(id) : undefined;
    return moved && version === moved.from ? { ...variables, version: moved.to } : variables;
  }

  /** What a reply says of the thing that was changed. */
  learn(variables: Record<string, unknown>, data: unknown): void {
    const { id, version } = variables;
    if (typeof id !== 'string' || typeof version !== 'number' || !isRecord(data)) return;
    const changed = Object.values(data).find((value) => isRecord(value) && value['id'] === id);
    if (!isRecord(changed) || typeof changed['version'] !== 'number') return;
    // What was made before the first of them was sent still carries the oldest version.
    this.moved.set(id, { from: this.moved.get(id)?.from ?? version, to: changed['version'] });
  }
}
