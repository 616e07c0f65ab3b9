import type { OrderPlace } from '@chapterhouse/domain/priorities/one-order';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { readId } from '../../../platform/graphql/global-id.js';
import type { OrderPlaceInput } from './order-moves.graphql.js';

/** @throws INVALID_INPUT unless exactly one place is said, NOT_FOUND for what is no id of an item */
export function readPlace(given: OrderPlaceInput): OrderPlace {
  const [place, ...others] = placesIn(given);
  if (!place || others.length > 0) throw refuseField('to', 'Say exactly one place.');
  return place;
}

function placesIn({ position, before, after, ...flags }: OrderPlaceInput): OrderPlace[] {
  const places: OrderPlace[] = [];
  if (typeof position === 'number') {
    if (position < 1) throw refuseField('to', 'The first position is 1.');
    places.push({ kind: 'POSITION', position });
  }
  if (typeof before === 'string') places.push({ kind: 'BEFORE', id: readId('BacklogItem', before) });
  if (typeof after === 'string') places.push({ kind: 'AFTER', id: readId('BacklogItem', after) });
  if (flags.top === true) places.push({ kind: 'TOP' });
  if (flags.bottom === true) places.push({ kind: 'BOTTOM' });
  if (flags.topOfArea === true) places.push({ kind: 'TOP_OF_AREA' });
  if (flags.bottomOfArea === true) places.push({ kind: 'BOTTOM_OF_AREA' });
  return places;
}

function refuseField(field: string, problem: string): Error {
  return refusePlatform('INVALID_INPUT', { fields: [{ field, problem }] });
}
