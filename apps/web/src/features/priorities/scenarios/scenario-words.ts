import type { ScenarioFactsFragment } from '../../../generated/graphql';
import { plural } from '../../impediments/public';

export const scenarioAddress = (id: string, part: '' | '/compare' | '/comments' = ''): string =>
  `/scenarios/${encodeURIComponent(id)}${part}`;

type Facts = Pick<ScenarioFactsFragment, 'state' | 'behindBy'>;

/** Whether the order went on without it, so that it cannot be published as it is. */
export const isBehind = ({ state, behindBy }: Facts): boolean =>
  behindBy > 0 && (state === 'DRAFT' || state === 'SHARED');

/** "The order made 3 moves since it was copied." */
export const behindWords = ({ behindBy }: Pick<Facts, 'behindBy'>): string =>
  `The order made ${plural(behindBy, 'move')} since this was copied from it.`;

/** What a scenario is compared with: always the order that it copied, whether that is still the order or not. */
export function baseWords({ state, behindBy }: Facts): string {
  // Once it is published it is the order itself, so nothing is counted that the order did without it.
  if (state === 'PUBLISHED') return 'The order before';
  return behindBy === 0 ? 'The order now' : 'The order that it was copied from';
}

/** "4 up", "12 down", "stays". */
export function shiftWords(from: number, to: number): string {
  if (from === to) return 'stays';
  return `${Math.abs(from - to).toLocaleString('en')} ${to < from ? 'up' : 'down'}`;
}

const MEAN = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const SHARE = new Intl.NumberFormat('en', { maximumFractionDigits: 0, style: 'percent' });

/** Of a mean position. */
export const meanWords = (position: number): string => MEAN.format(position);
/** @param share 0 to 100 */
export const percentWords = (share: number): string => SHARE.format(share / 100);
