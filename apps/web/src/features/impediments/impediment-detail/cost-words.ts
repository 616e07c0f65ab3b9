import { teamDaysAddedPerDay } from '@chapterhouse/domain/impediments/impediment-cost';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { plural } from '../plural';

type Costing = Pick<ImpedimentCardFragment, 'state' | 'affectedTeams' | 'blockedTeamDays'>;

/** "34 blocked team-days so far · each working day adds 2": by the teams as they are shown, also before the answer comes. */
export function costWords({ state, affectedTeams, blockedTeamDays }: Costing): string {
  const soFar = `${plural(blockedTeamDays, 'blocked team-day')} so far`;
  const added = teamDaysAddedPerDay(state, affectedTeams.length);
  return added === 0 ? soFar : `${soFar} · each working day adds ${added.toLocaleString('en')}`;
}
