import { graphql } from '../../../generated/gql';

export const CALENDAR_FACTS = graphql(`
  fragment CalendarFacts on Organization {
    id
    version
    viewerCan
    timeZone
    workingDayStarts
    workingDayEnds
    workingCalendar {
      timeZone
      workingDays
      workingDayStarts
      workingDayEnds
      holidays {
        date
        name
      }
    }
  }
`);

export const WORKING_CALENDAR = graphql(`
  query WorkingCalendar {
    organization {
      ...CalendarFacts
    }
  }
`);

export const EDIT_WORKING_CALENDAR = graphql(`
  mutation EditWorkingCalendar(
    $version: Int!
    $timeZone: String
    $workingDays: [Int!]
    $workingDayStarts: Int
    $workingDayEnds: Int
    $holidays: [HolidayInput!]
    $idempotencyKey: String
  ) {
    editWorkingCalendar(
      version: $version
      timeZone: $timeZone
      workingDays: $workingDays
      workingDayStarts: $workingDayStarts
      workingDayEnds: $workingDayEnds
      holidays: $holidays
      idempotencyKey: $idempotencyKey
    ) {
      organization {
        ...CalendarFacts
      }
      movedClocks
    }
  }
`);
