import { markdownLine, markdownText } from '../markdown-escape.js';
import { BRIEF_ANSWER_TITLES, type BriefAnswerKind } from './brief-fields.js';
import type { BriefMean, BriefPace, EscalationBrief } from './escalation-brief.js';

/** An answer as it was recorded; `at` is ISO text. */
export interface GivenAnswer {
  kind: BriefAnswerKind;
  by: string;
  at: string;
  words: string;
}

/**
 * The brief as markdown, to be read as it is or rendered anywhere: what is asked first, then the data. What people wrote
 * and named is only text in it, never markup.
 */
export function briefAsMarkdown(brief: EscalationBrief, answer: GivenAnswer | null = null): string {
  const { impediment, timeZone } = brief;
  const about = [impediment.category, impediment.severity, impediment.source && `waits for ${impediment.source}`];
  const sections = [
    `# ${markdownLine(`Escalation brief: ${impediment.key} ${impediment.title}`)}`,
    markdownLine(`As of ${dateOf(brief.asOf, timeZone)}. ${about.filter(Boolean).join(', ')}.`),
    `## What is asked, by ${dateOf(`${brief.answerBy}T12:00:00Z`, 'UTC')}`,
    markdownText(brief.ask),
    '## Proposed change',
    markdownText(brief.proposal),
    ...(answer ? answerOf(answer, timeZone) : []),
    '## What it costs',
    costOf(brief),
    table(
      ['Team', 'Area', 'Blocked team-days', 'Now'],
      brief.teams.map((team) => [
        team.name,
        team.area,
        number(team.blockedTeamDays),
        team.stillBlocked ? 'blocked' : 'no longer',
      ]),
    ),
    '## Blocked items',
    listOf(brief.blockedItems.map(({ key, title }) => `${key} ${title ?? ''}`)) || 'None are named.',
    '## Velocity',
    `Lost per sprint = ${brief.velocity.formula}. Less may have other reasons, too.`,
    table(['Team', 'Done', 'Lost per sprint', 'Before', 'While it lasted'], brief.velocity.teams.flatMap(velocityRows)),
    '## Earlier ones of the same source and category',
    earlierOf(brief),
    listOf(
      brief.earlier.impediments.map(
        ({ key, title, state, blockedTeamDays, resolution }) =>
          `${key} ${title} (${state.toLowerCase()}, ${teamDays(blockedTeamDays)})${resolution === '' ? '' : `: ${resolution}`}`,
      ),
    ),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function answerOf({ kind, by, at, words }: GivenAnswer, timeZone: string): string[] {
  const head = markdownLine(`${BRIEF_ANSWER_TITLES[kind]}: ${by}, ${dateOf(at, timeZone)}`);
  return [`## Answer`, `**${head}**`, markdownText(words)];
}

function costOf({ impediment, teams, blockedTeamDays, timeZone }: EscalationBrief): string {
  const { ageInWorkingDays, raisedAt } = impediment;
  const still = teams.filter(({ stillBlocked }) => stillBlocked).length;
  return [
    `- ${count(ageInWorkingDays, 'working day')} old, raised on ${dateOf(raisedAt, timeZone)}`,
    `- ${count(still, 'team')} blocked`,
    `- ${teamDays(blockedTeamDays.soFar)} so far, ${number(blockedTeamDays.perDay)} more each working day`,
  ].join('\n');
}

function velocityRows({ team, items, points }: EscalationBrief['velocity']['teams'][number]): string[][] {
  const row = (measure: string, pace: BriefPace): string[] => [
    team,
    measure,
    pace.lost === null ? `not enough data: ${LACKS[pace.lack ?? 'BEFORE']}` : number(pace.lost),
    meanOf(pace.before),
    meanOf(pace.during),
  ];
  return [row('items', items), row('points', points)];
}

const LACKS: Record<'BEFORE' | 'DURING', string> = {
  BEFORE: 'fewer than two finished sprints before it',
  DURING: 'no finished sprint that it overlaps',
};

/** "12 (Sprint 6: 14; Sprint 4: 10)" */
function meanOf({ mean, sprints }: BriefMean): string {
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

function listOf(lines: readonly string[]): string {
  return lines.map((line) => `- ${markdownLine(line)}`).join('\n');
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.map(markdownLine).join(' | ')} |`;
  return [line(heads), `|${' --- |'.repeat(heads.length)}`, ...rows.map(line)].join('\n');
}

function teamDays(days: number): string {
  return count(days, 'blocked team-day');
}

function count(amount: number, what: string): string {
  return `${number(amount)} ${what}${amount === 1 ? '' : 's'}`;
}

/** At most one decimal. */
function number(amount: number): string {
  return new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(amount);
}

/** "3 March 2026" */
function dateOf(moment: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone }).format(new Date(moment));
}
