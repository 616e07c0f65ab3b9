import { CATEGORY_TITLES } from '@chapterhouse/domain/impediments/impediment-fields';
import type { BottleneckMapQuery } from '../../../generated/graphql';
import { plural } from '../plural';

export type ShownMap = BottleneckMapQuery['bottleneckMap'];
export type ShownRow = ShownMap['sources'][number];
export type ShownMark = ShownRow['bottlenecks'][number];
export type ShownRecurrence = ShownMap['recurrences'][number];
type Cost = { blockedTeamDays: number; impedimentCount: number };

/** "31 blocked team-days, 4 impediments". */
export function costWords({ blockedTeamDays, impedimentCount }: Cost): string {
  return `${plural(blockedTeamDays, 'blocked team-day')}, ${plural(impedimentCount, 'impediment')}`;
}

/** "Environment 4 times, Tooling 3 times"; empty when nothing of the source recurs. */
export function againWords(recurrences: readonly ShownRecurrence[], sourceId: string): string {
  return recurrences
    .filter(({ source }) => source.id === sourceId)
    .map(({ category, times }) => `${CATEGORY_TITLES[category]} ${plural(times, 'time')}`)
    .join(', ');
}
