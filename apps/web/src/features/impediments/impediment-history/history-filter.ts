import { IMPEDIMENT_STATES, type ImpedimentState } from '@chapterhouse/domain/impediments/impediment-state';
import type { ImpedimentFilter } from '../../../generated/graphql';

/** Each is a search parameter of this name; the first ones of a link from the board are the same. */
export type HistoryFilter = { state: ImpedimentState | null; area: string; team: string; text: string };

export function readHistoryFilter(params: URLSearchParams): HistoryFilter {
  return {
    state: IMPEDIMENT_STATES.find((state) => state === params.get('state')) ?? null,
    area: params.get('area') ?? '',
    team: params.get('team') ?? '',
    text: params.get('text') ?? '',
  };
}

export function writeHistoryFilter(filter: HistoryFilter): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value !== null && value !== '') params.set(name, value);
  return params;
}

/** As the api takes it. */
export function filterInput({ state, area, team, text }: HistoryFilter): ImpedimentFilter {
  return {
    ...(state !== null && { states: [state] }),
    ...(area !== '' && { areaId: area }),
    ...(team !== '' && { teamId: team }),
    ...(text.trim() !== '' && { search: text.trim() }),
  };
}
