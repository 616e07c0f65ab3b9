import type { TriageSubject } from '@chapterhouse/domain/chapters/triage-state';
import type { TriageItemFactsFragment, TriageSessionFactsFragment } from '../../../generated/graphql';

export type ShownSession = TriageSessionFactsFragment;
export type ShownItem = TriageItemFactsFragment;

/** What an item is about. */
export function subjectOf({ impediment, source }: Pick<ShownItem, 'impediment' | 'source'>): TriageSubject {
  if (impediment) return 'IMPEDIMENT';
  return source ? 'SOURCE' : 'ACTION';
}

type Titled = {
  impediment: { key: string; title: string } | null;
  source: { name: string } | null;
  action: { title: string } | null;
};

/** "Certificates run out", without the key. */
export function titleOf({ impediment, source, action }: Titled): string {
  return impediment?.title ?? source?.name ?? action?.title ?? 'Something that is gone';
}

/** "IMP-12 Certificates run out", for whoever does not see where it stands. */
export function nameOf(item: Titled): string {
  return item.impediment ? `${item.impediment.key} ${item.impediment.title}` : titleOf(item);
}

export function currentOf({ current, items }: Pick<ShownSession, 'current' | 'items'>): ShownItem | null {
  return items.find(({ id }) => id === current?.id) ?? null;
}

/** What was spoken about last, while nothing is; null before the first. */
export function lastOf({ items }: Pick<ShownSession, 'items'>): ShownItem | null {
  return items.reduce<ShownItem | null>(
    (last, item) => (item.endedAt !== null && item.endedAt > (last?.endedAt ?? '') ? item : last),
    null,
  );
}

/** What comes after the item under discussion: the next one without a result, from the beginning again at the end. */
export function nextOf({ current, items }: Pick<ShownSession, 'current' | 'items'>): ShownItem | null {
  const at = items.findIndex(({ id }) => id === current?.id);
  const round = [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))];
  return round.find(({ result }) => result === null) ?? null;
}

/** Whether it was ever taken up, ended, or something was promised on it. */
export function wasSpokenOf({ current }: Pick<ShownSession, 'current'>, item: ShownItem): boolean {
  return item.id === current?.id || item.secondsSpent > 0 || item.actions.length > 0 || item.version > 1;
}

export const openItems = (items: readonly ShownItem[]): ShownItem[] => items.filter(({ result }) => result === null);

/** The item that most want to speak of, among those without a result; null without any dots, or where two have as many. */
export function mostWanted(items: readonly ShownItem[]): ShownItem | null {
  const [first, second] = openItems(items).toSorted((a, b) => b.dots - a.dots);
  return first && first.dots > 0 && first.dots > (second?.dots ?? 0) ? first : null;
}
