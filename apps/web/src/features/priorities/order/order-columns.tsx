import { ITEM_KIND_TITLES } from '@chapterhouse/domain/priorities/item-fields';
import type { ReactNode } from 'react';
import type { OrderItemFragment } from '../../../generated/graphql';
import { ItemStateBadge } from '../item/item-state-badge';

export type OrderColumn = {
  name: string;
  /** What its head says at length, where that is short. */
  meaning?: string;
  /** rem. */
  width: number;
  number?: boolean;
  show: (item: OrderItemFragment) => ReactNode;
};

const COUNT = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
/** A number, or a dash where there is none. */
export const counted = (value: number | null): string => (value === null ? '–' : COUNT.format(value));

const SIZE: OrderColumn = { name: 'Size', width: 4, number: true, show: ({ points }) => counted(points) };
const WSJF: OrderColumn = {
  name: 'WSJF',
  meaning: 'WSJF: cost of delay over size',
  width: 4.5,
  number: true,
  show: ({ score }) => counted(score.wsjf),
};

/** Whose it is and how far it is. */
export const PLAIN_COLUMNS: readonly OrderColumn[] = [
  { name: 'Area', width: 8.5, show: ({ area }) => area?.name ?? '–' },
  { name: 'Team', width: 8.5, show: ({ team }) => team?.name ?? '–' },
  { name: 'Kind', width: 5.5, show: ({ kind }) => ITEM_KIND_TITLES[kind] },
  { name: 'State', width: 7, show: ({ state }) => <ItemStateBadge state={state} /> },
  SIZE,
  WSJF,
];

/** Cost of delay over size, beside the order. */
export const SCORE_COLUMNS: readonly OrderColumn[] = [
  { name: 'Area', width: 8.5, show: ({ area }) => area?.name ?? '–' },
  { name: 'Value', width: 4, number: true, show: ({ score }) => counted(score.value) },
  {
    name: 'Time',
    meaning: 'Time criticality',
    width: 4,
    number: true,
    show: ({ score }) => counted(score.timeCriticality),
  },
  {
    name: 'Risk',
    meaning: 'Risk reduction or opportunity',
    width: 4,
    number: true,
    show: ({ score }) => counted(score.riskReduction),
  },
  {
    name: 'Delay',
    meaning: 'Cost of delay: the sum of the three',
    width: 4,
    number: true,
    show: ({ score }) => counted(score.costOfDelay),
  },
  SIZE,
  WSJF,
];
