import { BRIEF_ANSWER_TITLES, type BriefAnswerKind } from './brief-fields.js';
import type { BriefMean, BriefPace, EscalationBrief } from './escalation-brief.js';

/** An answer as it was recorded; `at` is ISO text. */
export interface GivenAnswer {
  kind: BriefAnswerKind;
  by: string;
  at: string;
  words: string;
}

/** How it was sent; `at` is ISO text. */
export interface BriefSending {
  by: string;
  to: readonly string[];
  at: string;
  /** SHA-256 of what is kept, in hexadecimal. */
  fingerprint: string;
}

/** A brief in words, in the order in which it is read, for whatever it is written as: all text is plain. */
export interface BriefDocument {
  title: string;
  /** One line under the title. */
  about: string;
  sections: readonly BriefSection[];
}

export interface BriefSection {
  title: string;
  blocks: readonly BriefBlock[];
}

export type BriefBlock =
  /** What people wrote: lines and paragraphs. */
  | { kind: 'TEXT'; text: string }
  /** One line of ours; a strong one begins something. */
  | { kind: 'LINE'; text: string; strong?: boolean }
  | { kind: 'FIGURES'; figures: readonly { value: string; words: string }[] }
  | { kind: 'LIST'; lines: readonly string[] }
  /** `numbers`: columns that hold nothing but numbers. */
  | { kind: 'TABLE'; heads: readonly string[]; numbers: readonly number[]; rows: readonly (readonly string[])[] };

/** What is asked first, then the data, each number with what it was computed from. */
export function briefDocument(
  brief: EscalationBrief,
  answer: GivenAnswer | null = null,
  sending: BriefSending | null = null,
): BriefDocument {
  const { impediment, timeZone, velocity, earlier } = brief;
  const about = [impediment.category, impediment.severity, impediment.source && `waits for ${impediment.source}`];
  const sections: BriefSection[] = [
    {
      title: `What is asked, by ${dateOf(`${brief.answerBy}T12:00:00Z`, 'UTC')}`,
      blocks: [{ kind: 'TEXT', text: brief.ask }],
    },
    { title: 'Proposed change', blocks: [{ kind: 'TEXT', text: brief.proposal }] },
    ...(answer ? [answerOf(answer, timeZone)] : []),
    {
      title: 'What it costs',
      blocks: [
        { kind: 'FIGURES', figures: figuresOf(brief) },
        {
          kind: 'TABLE',
          heads: ['Team', 'Area', 'Blocked team-days', 'Now'],
          numbers: [2],
          rows: brief.teams.map((team) => [
            team.name,
            team.area,
            number(team.blockedTeamDays),
            team.stillBlocked ? 'blocked' : 'no longer',
          ]),
        },
      ],
    },
    {
      title: 'Blocked items',
      blocks: [
        listOr(
          'None are named.',
          brief.blockedItems.map(({ key, title }) => `${key} ${title ?? ''}`),
        ),
      ],
    },
    {
      title: 'Velocity',
      blocks: [
        { kind: 'LINE', text: `Lost per sprint = ${velocity.formula}. Less may have other reasons, too.` },
        {
          kind: 'TABLE',
          heads: ['Team', 'Done', 'Lost per sprint', 'Before', 'While it lasted'],
          numbers: [],
          rows: velocity.teams.flatMap(velocityRows),
        },
      ],
    },
    {
      title: 'Earlier ones of the same source and category',
      blocks: [
        { kind: 'LINE', text: earlierOf(brief) },
        { kind: 'LIST', lines: earlier.impediments.map(earlierLine) },
      ],
    },
    ...(sending ? [sendingOf(sending, timeZone)] : []),
  ];
  return {
    title: `Escalation brief: ${impediment.key} ${impediment.title}`,
    about: `As of ${dateOf(brief.asOf, timeZone)}. ${about.filter(Boolean).join(', ')}.`,
    sections,
  };
}

function answerOf({ kind, by, at, words }: GivenAnswer, timeZone: string): BriefSection {
  return {
    title: 'Answer',
    blocks: [
      { kind: 'LINE', text: `${BRIEF_ANSWER_TITLES[kind]}: ${by}, ${dateOf(at, timeZone)}`, strong: true },
      { kind: 'TEXT', text: words },
    ],
  };
}

function sendingOf({ by, to, at, fingerprint }: BriefSending, timeZone: string): BriefSection {
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(new Date(at));
  return {
    title: 'Sent',
    blocks: [
      {
        kind: 'LINE',
        text: `By ${by} to ${new Intl.ListFormat('en').format(to)} on ${dateOf(at, timeZone)}, ${time} (${timeZone}).`,
      },
      { kind: 'LINE', text: `Not changed since. Fingerprint (SHA-256 of what is kept): ${fingerprint}` },
    ],
  };
}

function figuresOf({
  impediment,
  teams,
  blockedTeamDays,
  timeZone,
}: EscalationBrief): { value: string; words: string }[] {
  const { ageInWorkingDays, raisedAt } = impediment;
  const still = teams.filter(({ stillBlocked }) => stillBlocked).length;
  return [
    {
      value: number(ageInWorkingDays),
      words: `${plural(ageInWorkingDays, 'working day')} old, raised on ${dateOf(raisedAt, timeZone)}`,
    },
    { value: number(still), words: `${plural(still, 'team')} blocked` },
    {
      value: number(blockedTeamDays.soFar),
      words: `${plural(blockedTeamDays.soFar, 'blocked team-day')} so far, ${number(blockedTeamDays.perDay)} more each working day`,
    },
  ];
}

function velocityRows({ team, items, points }: EscalationBrief['velocity']['teams'][number]): string[][] {
  const row = (measure: string, pace: BriefPace): string[] => [
    team,
    measure,
    [lostOf(pace), moreDone(pace.lost)].filter(Boolean).join(', '),
    meanOf(pace.before),
    meanOf(pace.during),
  ];
  return [row('items', items), row('points', points)];
}

/** "6", or what is missing. */
export function lostOf({ lost, lack }: Pick<BriefPace, 'lost' | 'lack'>): string {
  return lost === null ? `not enough data: ${LACKS[lack ?? 'BEFORE']}` : number(lost);
}

/** Of a loss below zero what it means; else nothing. */
export function moreDone(lost: number | null): string {
  return lost !== null && lost < 0 ? 'more was done' : '';
}

const LACKS: Record<'BEFORE' | 'DURING', string> = {
  BEFORE: 'fewer than two finished sprints before it',
  DURING: 'no finished sprint that it overlaps',
};

/** "12 (Sprint 6: 14; Sprint 4: 10)" */
export function meanOf({ mean, sprints }: BriefMean): string {
  const inputs = sprints.map(({ name, done }) => `${name}: ${number(done)}`).join('; ');
  if (inputs === '') return 'no data';
  return mean === null ? inputs : `${number(mean)} (${inputs})`;
}

function earlierOf({ earlier, impediment }: EscalationBrief): string {
  const quarters = earlier.quarters.join(' and ');
  const times = earlier.impediments.length;
  if (impediment.source === null) return 'No source is named, so there is nothing to compare with.';
  if (times === 0) return `None in ${quarters}.`;
  const again = earlier.recurring ? ` This is a recurring bottleneck: ${times + 1} times with this one.` : '';
  return `${count(times, 'earlier impediment')} in ${quarters}, with ${teamDays(earlier.blockedTeamDays)}.${again}`;
}

function earlierLine({
  key,
  title,
  state,
  blockedTeamDays,
  resolution,
}: EscalationBrief['earlier']['impediments'][number]): string {
  const said = resolution === '' ? '' : `: ${resolution}`;
  return `${key} ${title} (${state.toLowerCase()}, ${teamDays(blockedTeamDays)})${said}`;
}

function listOr(none: string, lines: readonly string[]): BriefBlock {
  return lines.length === 0 ? { kind: 'LINE', text: none } : { kind: 'LIST', lines };
}

function teamDays(days: number): string {
  return count(days, 'blocked team-day');
}

function count(amount: number, what: string): string {
  return `${number(amount)} ${plural(amount, what)}`;
}

function plural(amount: number, what: string): string {
  return amount === 1 ? what : `${what}s`;
}

/** At most one decimal. */
function number(amount: number): string {
  return new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(amount);
}

/** "3 March 2026" */
function dateOf(moment: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone }).format(new Date(moment));
}
