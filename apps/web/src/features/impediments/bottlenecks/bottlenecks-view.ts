import { IMPEDIMENT_CATEGORIES, type ImpedimentCategory } from '@chapterhouse/domain/impediments/impediment-fields';
import { isPastOrPresent } from './quarters';

/** How the map is looked at; all of it is in the address. */
export type BottlenecksView = {
  /** The second of the two; null: the present one, whenever that is. */
  quarter: string | null;
  look: 'map' | 'table';
};

/** Whatever an address says, somebody may have typed it. */
export function readBottlenecksView(params: URLSearchParams, today: string): BottlenecksView {
  const quarter = params.get('quarter');
  return {
    quarter: isPastOrPresent(quarter, today) ? quarter : null,
    look: params.get('look') === 'table' ? 'table' : 'map',
  };
}

/** What is as usual is not said. */
export function writeBottlenecksView({ quarter, look }: BottlenecksView): URLSearchParams {
  const params = new URLSearchParams();
  if (quarter !== null) params.set('quarter', quarter);
  if (look !== 'map') params.set('look', look);
  return params;
}

export const NO_SOURCE = 'none';

/** What a mark of the map counts, as the address of the list says it. */
export type BottleneckList = {
  quarter: string | null;
  /** An id, `none` for those that name no source, empty for all. */
  source: string;
  /** An id; empty: all. */
  area: string;
  /** Those raised in it, whatever they cost. */
  category: ImpedimentCategory | null;
};

export function readBottleneckList(params: URLSearchParams, today: string): BottleneckList {
  return {
    quarter: readBottlenecksView(params, today).quarter,
    source: params.get('source') ?? '',
    area: params.get('area') ?? '',
    category: IMPEDIMENT_CATEGORIES.find((category) => category === params.get('category')?.toUpperCase()) ?? null,
  };
}

/** The quarter is named, so that a list that is shared or kept stays what it is. */
export function bottleneckListAddress(list: Partial<BottleneckList>): string {
  const params = new URLSearchParams();
  if (list.quarter) params.set('quarter', list.quarter);
  if (list.source) params.set('source', list.source);
  if (list.area) params.set('area', list.area);
  if (list.category) params.set('category', list.category.toLowerCase());
  const said = params.toString();
  return `/impediments/bottlenecks/list${said && `?${said}`}`;
}

export function bottlenecksAddress(view: BottlenecksView): string {
  const said = writeBottlenecksView(view).toString();
  return `/impediments/bottlenecks${said && `?${said}`}`;
}
