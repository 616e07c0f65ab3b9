import type { Role, ScopeKind } from '@chapterhouse/domain/organization/role';
import type { DemoRole, DemoStory, DemoTeam } from './demo-facts.js';
import { tellBacklog } from './demo-backlog.js';
import { tellBriefs } from './demo-briefs.js';
import { shift, shiftToWeekday } from './day-shift.js';
import { tellPauses } from './demo-clocks.js';
import { tellDecisions } from './demo-decisions.js';
import { tellConversation } from './demo-conversation.js';
import { Dice } from './dice.js';
import { tellImpediments } from './demo-impediments.js';
import { DEMO_HOLIDAYS } from './demo-source-words.js';
import { tellWork } from './demo-work.js';
import { DEMO_AREAS, FIRST_NAMES, LAST_NAMES } from './demo-words.js';

const SEED = 20_260_301;
const PEOPLE = 250;
const EXECUTIVES = 3;

/** The same story for the same day: 6 areas, 30 teams, 250 people, two years of impediments, half a year of sprints. */
export function tellDemo(today: string): DemoStory {
  const dice = new Dice(SEED);
  const people = names(dice);
  const day = (daysFromToday: number): string => shift(today, daysFromToday);
  const roles: DemoRole[] = [];
  let next = 0;
  const hold = (role: Role, scope: ScopeKind, at: number, options: Partial<DemoRole> = {}): number => {
    const person = options.person ?? next++;
    roles.push({
      person,
      role,
      kind: 'PRIMARY',
      scope,
      at,
      startsOn: day(-dice.between(200, 800)),
      endsBefore: null,
      sharePercent: null,
      ...options,
    });
    return person;
  };

  hold('CHIEF_PRODUCT_OWNER', 'PRODUCT', 0);
  hold('CHIEF_PRODUCT_OWNER', 'PRODUCT', 0, { kind: 'BACKUP' });
  hold('ADMINISTRATOR', 'ORGANIZATION', 0);
  hold('SCRUM_OF_SCRUMS_MASTER', 'ORGANIZATION', 0);
  hold('AGILE_COACH', 'ORGANIZATION', 0);
  for (let index = 0; index < 4; index++) hold('STAKEHOLDER', 'PRODUCT', 0);

  const teams: DemoTeam[] = [];
  DEMO_AREAS.forEach((area, areaIndex) => {
    hold('AREA_PRODUCT_OWNER', 'AREA', areaIndex);
    hold('AREA_PRODUCT_OWNER', 'AREA', areaIndex, { kind: 'BACKUP' });
    hold('TECHNICAL_LEAD', 'AREA', areaIndex);
    if (areaIndex % 2 === 0) hold('SCRUM_OF_SCRUMS_MASTER', 'AREA', areaIndex);
    let sharedMaster: number | null = null;
    area.teams.forEach((name, teamInArea) => {
      const at = teams.length;
      const scrumMaster = scrumMasterOf(at, teamInArea);
      const members: number[] = [hold('PRODUCT_OWNER', 'TEAM', at)];
      if (scrumMaster !== null) members.push(scrumMaster);
      const developers = Math.min(dice.between(4, 6), PEOPLE - next);
      members.push(...Array.from({ length: developers }, () => hold('DEVELOPER', 'TEAM', at)));
      teams.push({ name, area: areaIndex, members, scrumMaster });
    });

    /** Two teams share one; one team in the whole house has none, and a warning. */
    function scrumMasterOf(at: number, teamInArea: number): number | null {
      if (areaIndex === 4 && teamInArea === 4) return null;
      if (teamInArea === 3 && sharedMaster !== null) return hold('SCRUM_MASTER', 'TEAM', at, { person: sharedMaster });
      const person = handOver(at);
      if (teamInArea === 2) sharedMaster = person;
      return person;
    }
    /** Some Scrum Masters took over from somebody in the past. */
    function handOver(at: number): number {
      if (!dice.chance(0.3)) return hold('SCRUM_MASTER', 'TEAM', at);
      const changed = day(-dice.between(60, 190));
      const before = hold('SCRUM_MASTER', 'TEAM', at, { startsOn: day(-700), endsBefore: changed });
      hold('DEVELOPER', 'TEAM', at, { person: before, startsOn: changed });
      return hold('SCRUM_MASTER', 'TEAM', at, { startsOn: changed });
    }
  });
  for (let left = PEOPLE - next; left > 0; left--) hold('DEVELOPER', 'TEAM', dice.below(teams.length));
  // The last who came remove what teams cannot.
  for (const held of roles.slice(-EXECUTIVES))
    Object.assign(held, { role: 'EXECUTIVE_ACTION_TEAM', scope: 'ORGANIZATION', at: 0 } satisfies Partial<DemoRole>);

  const story = {
    people,
    teams,
    roles,
    absences: absences(dice, roles, day),
    holidays: DEMO_HOLIDAYS.map(({ name, daysFromToday }) => ({ name, date: shiftToWeekday(today, daysFromToday) })),
    impediments: tellImpediments(dice, teams, today),
  };
  tellPauses(story.impediments, today);
  tellBriefs(story, today);
  tellConversation(dice, story, today);
  const work = tellWork(teams, story.impediments, today);
  return { ...story, ...work, backlog: tellBacklog(teams, work.items, today), ...tellDecisions(story, today) };
}

/** Names that nobody has twice. */
function names(dice: Dice): string[] {
  const all = FIRST_NAMES.flatMap((first) => LAST_NAMES.map((last) => `${first} ${last}`));
  return dice.shuffle(all).slice(0, PEOPLE);
}

/** Some now (an Area Product Owner with a backup, a Product Owner without), some past, some to come. */
function absences(dice: Dice, roles: DemoRole[], day: (offset: number) => string): DemoStory['absences'] {
  const away = (person: number | undefined, from: number, to: number, note: string): DemoStory['absences'] =>
    person === undefined ? [] : [{ person, startsOn: day(from), endsBefore: day(to), note }];
  const holders = (role: Role): number[] =>
    roles
      .filter((held) => held.role === role && held.kind === 'PRIMARY' && !held.endsBefore)
      .map((held) => held.person);
  const developers = holders('DEVELOPER');
  return [
    ...away(holders('AREA_PRODUCT_OWNER')[1], -3, 9, 'Parental leave'),
    ...away(holders('PRODUCT_OWNER')[7], -1, 4, 'Holiday'),
    ...away(holders('SCRUM_MASTER')[4], -2, 6, 'Training'),
    ...away(holders('CHIEF_PRODUCT_OWNER')[0], 20, 34, 'Holiday'),
    ...Array.from({ length: 18 }, (_, index) => {
      const from = dice.between(-120, 30);
      return away(developers[index * 7], from, from + dice.between(2, 15), 'Holiday');
    }).flat(),
  ];
}
