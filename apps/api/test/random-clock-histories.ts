import { DEFAULT_LADDER, type LadderLevel } from '@chapterhouse/domain/impediments/impediment-ladder';
import type { WorkingCalendar } from '@chapterhouse/domain/organization/working-calendar';
import fc from 'fast-check';

const HOUR = 3_600_000;

const calendar: fc.Arbitrary<WorkingCalendar> = fc
  .record({
    timeZone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'),
    workingDays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    startHour: fc.integer({ min: 0, max: 16 }),
    length: fc.integer({ min: 4, max: 24 }),
    holidays: fc.subarray(['2025-10-27', '2025-11-03', '2026-03-08', '2026-03-27', '2026-03-30', '2026-04-06']),
  })
  .map(({ length, ...rest }) => ({ ...rest, endHour: Math.min(24, rest.startHour + length) }));
const ladder: fc.Arbitrary<LadderLevel[]> = fc
  .tuple(fc.integer({ min: 2, max: 20 }), fc.integer({ min: 2, max: 30 }), fc.boolean(), fc.boolean())
  .map(([first, second, firstGoesUp, secondGoesUp]) =>
    DEFAULT_LADDER.map((level, index) => ({
      ...level,
      clockWorkingHours: [first, second, 40][index] ?? 40,
      escalatesByItself: [firstGoesUp, secondGoesUp, false][index] ?? false,
      remindBeforeHours: 1,
    })),
  );

/** What happens to an impediment, or around it. */
export type Step =
  | { what: 'LEVEL' | 'UNDONE_LEVEL'; level: number }
  | { what: 'PAUSE' | 'RESUME' | 'DECLINE' | 'UNDONE_DECLINE' | 'RESOLVE' | 'REOPEN' | 'TIME' }
  | { what: 'CALENDAR'; calendar: WorkingCalendar }
  | { what: 'LADDER'; ladder: LadderLevel[] };
const level = fc.integer({ min: 1, max: 2 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ what: fc.constantFrom('LEVEL' as const, 'UNDONE_LEVEL' as const), level }),
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constantFrom(
        ...(['PAUSE', 'RESUME', 'DECLINE', 'UNDONE_DECLINE', 'RESOLVE', 'REOPEN', 'TIME', 'TIME', 'TIME'] as const),
      ),
    }),
  },
  fc.record({ what: fc.constant('CALENDAR' as const), calendar }),
  fc.record({ what: fc.constant('LADDER' as const), ladder }),
);
/** A calendar and a ladder, when it was raised, and what happened after how many milliseconds. */
export const histories = fc.record({
  calendar,
  ladder,
  // Around both changes of the clocks.
  raisedAt: fc.oneof(
    fc.integer({ min: Date.UTC(2025, 9, 18), max: Date.UTC(2025, 10, 2) }),
    fc.integer({ min: Date.UTC(2026, 2, 5), max: Date.UTC(2026, 3, 2) }),
  ),
  steps: fc.array(fc.tuple(fc.integer({ min: 0, max: 48 * HOUR }), step), { minLength: 4, maxLength: 14 }),
});
