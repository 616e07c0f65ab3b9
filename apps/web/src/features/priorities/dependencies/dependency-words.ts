import type { DependencyState } from '@chapterhouse/domain/priorities/dependency-state';
import type { DependencyFactsFragment, DependencyRecordFragment } from '../../../generated/graphql';

type Sides = Pick<DependencyFactsFragment, 'consumer' | 'provider' | 'providerTeam' | 'providerArea' | 'consumerArea'>;

/** Who is to deliver it: "Payments", or its area where no team is known. */
export function providerName({ provider, providerTeam, providerArea }: Sides): string {
  return (provider?.team ?? providerTeam ?? provider?.area ?? providerArea)?.name ?? 'Nobody yet';
}

/** Who needs it. */
export function consumerName({ consumer, consumerArea }: Sides): string {
  return (consumer.team ?? consumer.area ?? consumerArea)?.name ?? consumer.key;
}

/** "needed by 9 March, committed for 7 March" @param day of YYYY-MM-DD in words */
export function whenWords(
  {
    state,
    neededBy,
    promisedFor,
    proposedFor,
  }: Pick<DependencyFactsFragment, 'state' | 'neededBy' | 'promisedFor' | 'proposedFor'>,
  day: (day: string) => string,
): string {
  const needed = `needed by ${day(neededBy)}`;
  if (state === 'COUNTERED' && proposedFor !== null) return `${needed}, ${day(proposedFor)} proposed instead`;
  if (state === 'COMMITTED' && promisedFor !== null) return `${needed}, committed for ${day(promisedFor)}`;
  return needed;
}

export type ShownStep = DependencyRecordFragment['steps'][number];

/** What a step did, after the name of who did it. @param before the state that it came from; null: the first one */
export function stepWords(
  { state, date }: Pick<ShownStep, 'state' | 'date'>,
  before: DependencyState | null,
  day: (day: string) => string,
): string {
  const on = date === null ? null : day(date);
  switch (state) {
    case 'REQUESTED': {
      const asked = before === null ? 'asked for it' : 'asked again';
      return on === null ? asked : `${asked}, by ${on}`;
    }
    case 'COMMITTED': {
      const committed = before === 'COUNTERED' ? 'took the proposed day' : 'committed to it';
      return on === null ? committed : before === 'COUNTERED' ? `${committed}, ${on}` : `${committed} for ${on}`;
    }
    case 'COUNTERED':
      return on === null ? 'proposed another day' : `proposed ${on} instead`;
    case 'DECLINED':
      return 'declined it';
    case 'DELIVERED':
      return 'delivered it';
    case 'WITHDRAWN':
      return 'withdrew it';
  }
}
