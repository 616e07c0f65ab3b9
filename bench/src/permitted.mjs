import { OPEN_STATES } from '@chapterhouse/domain/impediments/impediment-state';
import { viewerCan } from '@chapterhouse/domain/impediments/impediment-policy';

/** What an administrator may do with an impediment by its state; `+` where it hurts other teams too, `!` where its clock ran out. */
export function permittedByState({ organizationId, personIds: [personId] }) {
  const assignment = {
    role: 'ADMINISTRATOR',
    kind: 'PRIMARY',
    productId: null,
    areaId: null,
    teamId: null,
    startsOn: null,
    endsBefore: null,
  };
  const actor = { personId, organizationId, assignments: [assignment], today: new Date().toISOString().slice(0, 10) };
  const facts = { raisedById: personId, ownerId: null, raisingTeamId: 'one' };
  return Object.fromEntries(
    OPEN_STATES.flatMap((state) =>
      [false, true].flatMap((clockRanOut) =>
        [['one'], ['one', 'other']].map((affectedTeamIds) => [
          `${state}${affectedTeamIds.length > 1 ? '+' : ''}${clockRanOut ? '!' : ''}`,
          viewerCan(actor, { ...facts, state, affectedTeamIds, clockPaused: false, clockRanOut }),
        ]),
      ),
    ),
  );
}
