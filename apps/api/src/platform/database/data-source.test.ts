import { expect, it } from '@jest/globals';
import { isoOf } from './data-source.js';

it.each([
  '2026-03-01 08:00:00+00',
  '2026-03-01 08:00:00.5+00',
  '2026-03-01 08:00:00.123456+00',
  '2026-03-01 08:00:00.999999+00',
  '1999-12-31 23:59:59.12+00',
  '2026-03-01 08:00:00+02',
  '2026-03-01 08:00:00.25+05:30',
])('%s is the moment that a Date makes of it', (text) => {
  expect(isoOf(text)).toBe(new Date(text).toISOString());
});
