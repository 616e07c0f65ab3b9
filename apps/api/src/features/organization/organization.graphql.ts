import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { globalId } from '../../platform/graphql/global-id.js';
import { Node } from '../../platform/graphql/node.js';
import { DateScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ description: 'A day on which nobody works.' })
export class Holiday {
  @Field(() => DateScalar) date: string;
  @Field(() => String) name: string;
}

@ObjectType({
  description:
    'When the organization works: clocks of impediments run in it, and blocked team-days are its working days.',
})
export class WorkingCalendar {
  @Field(() => String, { description: 'IANA name.' }) timeZone: string;
  @Field(() => [Int], { description: 'ISO weekdays, 1 Monday to 7 Sunday.' }) workingDays: number[];
  @Field(() => Int, { description: 'Hour, 0 to 23.' }) workingDayStarts: number;
  @Field(() => Int, { description: 'Hour, 1 to 24, exclusive.' }) workingDayEnds: number;
  @Field(() => [Holiday], { description: 'By date.' }) holidays: Holiday[];
}

@ObjectType({ implements: () => [Node] })
export class Organization implements Node {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String) slug: string;
  @Field(() => String) timeZone: string;
  @Field(() => [Int]) workingDays: number[];
  @Field(() => Int) workingDayStarts: number;
  @Field(() => Int) workingDayEnds: number;
  @Field(() => [DateScalar]) holidays: string[];
  @Field(() => WorkingCalendar) workingCalendar: WorkingCalendar;
  @Field(() => Boolean) demo: boolean;
  @Field(() => Int) version: number;
}

@ObjectType()
export class WorkingCalendarEdited {
  @Field(() => Organization) organization: Organization;
  @Field(() => Int, { description: 'Clocks of impediments that run out at another moment now.' }) movedClocks: number;
}

/** Columns of `organizations`. */
export interface OrganizationRow {
  organization_id: string;
  name: string;
  slug: string;
  time_zone: string;
  working_days: number[];
  working_day_starts: number;
  working_day_ends: number;
  holidays: string[];
  /** Date to name; a name without its date among the holidays means nothing. */
  holiday_names: Record<string, string>;
  demo: boolean;
  version: number;
}

/** What `OrganizationRow` is selected by. */
export const ORGANIZATION_COLUMNS = `
  organization_id, name, slug, time_zone, working_days, working_day_starts, working_day_ends,
  array(select to_char(day, 'YYYY-MM-DD') from unnest(holidays) as day order by day) as holidays, holiday_names, demo, version`;

/** Of a day that nobody has named. */
const UNNAMED = 'Holiday';

export function holidaysOf({
  holidays,
  holiday_names,
}: Pick<OrganizationRow, 'holidays' | 'holiday_names'>): Holiday[] {
  return holidays.map((date) => ({ date, name: holiday_names[date] ?? UNNAMED }));
}

export function organizationObject(row: OrganizationRow): Organization {
  return {
    id: globalId('Organization', row.organization_id),
    name: row.name,
    slug: row.slug,
    timeZone: row.time_zone,
    workingDays: row.working_days,
    workingDayStarts: row.working_day_starts,
    workingDayEnds: row.working_day_ends,
    holidays: row.holidays,
    workingCalendar: {
      timeZone: row.time_zone,
      workingDays: row.working_days,
      workingDayStarts: row.working_day_starts,
      workingDayEnds: row.working_day_ends,
      holidays: holidaysOf(row),
    },
    demo: row.demo,
    version: row.version,
  };
}
