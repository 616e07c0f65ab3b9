import type { ImpedimentFacts } from '@chapterhouse/domain/impediments/impediment-policy';

/** An impediment just raised by "bob" for "team-1" of "area-1", with no owner; say only what differs. */
export function impedimentFacts(differing: Partial<ImpedimentFacts> = {}): ImpedimentFacts {
  return {
    state: 'RAISED',
    raisedById: 'bob',
    ownerId: null,
    raisingTeamId: 'team-1',
    raisingAreaId: 'area-1',
    affectedTeamIds: ['team-1'],
    ...differing,
  };
}
