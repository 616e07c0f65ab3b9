import { markdownLine, markdownText } from '../markdown-escape.js';
import {
  TRIAGE_REASON_TITLES,
  TRIAGE_RESULT_TITLES,
  type TriageReason,
  type TriageResultKind,
} from './triage-state.js';

/** What the minutes tell of one item; all names and titles are as people wrote them. */
export interface MinutesItem {
  reason: TriageReason;
  /** `IMP-12`, or null for a source or an action. */
  key: string | null;
  title: string;
  result: TriageResultKind;
  note: string;
  dots: number;
  secondsSpent: number;
  actions: readonly MinutesAction[];
}

export interface MinutesAction {
  title: string;
  ownerName: string;
  /** YYYY-MM-DD */
  dueOn: string;
}

export interface MinutesFacts {
  chapterName: string;
  /** Whoever facilitated, in the order in which they began to. */
  facilitatorNames: readonly string[];
  participantNames: readonly string[];
  /** `2026-03-03 09:30`, where the organization is. */
  startedAt: string;
  /** Whole minutes. */
  minutes: number;
  items: readonly MinutesItem[];
  /** Who is told of it. */
  teamNames: readonly string[];
}

/** The results in the order in which a reader wants them. */
const ORDER: readonly TriageResultKind[] = ['ESCALATED', 'TRIAGED', 'MERGED', 'DECLINED', 'DONE', 'PARKED'];

/** The minutes of a session as markdown: what came of each item, who promised what, who was there. */
export function triageMinutes(facts: MinutesFacts): string {
  const { chapterName, facilitatorNames, participantNames, startedAt, minutes, items, teamNames } = facts;
  const actions = items.flatMap((item) => item.actions);
  return [
    `# Triage of ${markdownLine(chapterName)}, ${startedAt}`,
    [
      `- Facilitated by ${facilitatorNames.map(markdownLine).join(', then ')}; ${minutes === 1 ? '1 minute' : `${minutes} minutes`}`,
      `- There: ${participantNames.map(markdownLine).join(', ') || 'nobody'}`,
      `- ${summary(items)}`,
      ...(teamNames.length > 0 ? [`- Told: ${teamNames.map(markdownLine).join(', ')}`] : []),
    ].join('\n'),
    ...ORDER.flatMap((result) => section(result, items)),
    ...(actions.length > 0 ? ['## Actions', actions.map(action).join('\n')] : []),
  ]
    .join('\n\n')
    .concat('\n');
}

/** 2 triaged, 1 escalated; nothing where there was nothing on the agenda. */
export function summary(items: readonly Pick<MinutesItem, 'result'>[]): string {
  const parts = ORDER.flatMap((result) => {
    const count = items.filter((item) => item.result === result).length;
    return count === 0 ? [] : [`${count} ${TRIAGE_RESULT_TITLES[result].toLowerCase()}`];
  });
  return parts.length === 0 ? 'Nothing was on the agenda' : parts.join(', ');
}

function section(result: TriageResultKind, items: readonly MinutesItem[]): string[] {
  const own = items.filter((item) => item.result === result);
  if (own.length === 0) return [];
  return [`## ${TRIAGE_RESULT_TITLES[result]}`, own.map(line).join('\n')];
}

function line({ key, title, reason, note, dots }: MinutesItem): string {
  const about = key === null ? `**${markdownLine(title)}**` : `**${key}** ${markdownLine(title)}`;
  const facts = [TRIAGE_REASON_TITLES[reason], ...(dots > 0 ? [dots === 1 ? '1 dot' : `${dots} dots`] : [])];
  const words = note === '' ? '' : `: ${markdownText(note).replaceAll('\n', '\n  ')}`;
  return `- ${about} (${facts.join(', ')})${words}`;
}

function action({ title, ownerName, dueOn }: MinutesAction): string {
  return `- ${markdownLine(title)} (${markdownLine(ownerName)}, by ${dueOn})`;
}
