import { expect, it } from '@jest/globals';
import { SPECIMEN, specimenActors } from '../permission-row.js';
import { ITEM_TIERS } from './item-fields.js';
import { mayEditItem, viewerCanInProduct } from './priorities-policy.js';
import { canCreateScenario } from './scenario-policy.js';

const { productId, areaId, teamId } = SPECIMEN.inside;
const PLACES = [{ productId }, { productId, areaId }, { productId, areaId, teamId }];

// Screens offer by what somebody may write also what follows from it.
it.each(specimenActors())('$role of a $scope: begins scenarios and dependencies as far as items', ({ actor }) => {
  const can = viewerCanInProduct(actor, { productId }, PLACES);
  const begins = canCreateScenario(actor, { productId, areaIds: [areaId], teamIds: [teamId] }).allowed;
  expect(can.includes('item:create')).toBe(begins);
  const edits = PLACES.some((place) => ITEM_TIERS.some((tier) => mayEditItem(actor, { ...place, tier })));
  expect(can.includes('item:create') || can.includes('item:create-task')).toBe(edits);
});
