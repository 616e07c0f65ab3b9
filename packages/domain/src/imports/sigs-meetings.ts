import type { ImportTally } from './import-outcome.js';
import { readMeetingWords } from './meeting-words.js';
import type { MeetingScope } from './calendar-mapping.js';
import type { PlacedMeeting } from './meeting-plan.js';
import type { SigsFile, SigsGroup, SigsMeeting } from './sigs-file.js';
import type { SigsMapping } from './sigs-mapping.js';

/** What goes before the key of a meeting of a group. */
const prefixOf = ({ kind, dir }: SigsGroup): string => `${kind}/${dir}#`;

/** What a file says of meetings: those that can be read, and the keys of those that cannot. */
export interface SigsMeetings {
  meetings: PlacedMeeting[];
  unread: Set<string>;
}

/**
 * The meetings of a `sigs.yaml` as far as their words can be read; what cannot be, and what had to be assumed, is told.
 * @param scopeOf where a group is here; null: it is not taken
 */
export function sigsMeetings(
  file: SigsFile,
  mapping: SigsMapping,
  scopeOf: (group: SigsGroup) => MeetingScope | null,
  tally: ImportTally,
): SigsMeetings {
  const result: SigsMeetings = { meetings: [], unread: new Set() };
  if (!mapping.meetings) return result;
  for (const group of file.groups) {
    const scope = scopeOf(group);
    if (scope !== null) takeMeetings(group, mapping, scope, tally, result);
  }
  return result;
}

/** What the keys of all meetings begin with that a file would list if they still took place. */
export function sigsMeetingsComplete(file: SigsFile, mapping: SigsMapping): string[] {
  const taken = file.groups.filter(({ kind }) => mapping.groups[kind] !== 'SKIP');
  // Of a kind that is listed whole, a group that is missing has vanished with its meetings.
  const whole = file.kinds.filter((kind) => mapping.groups[kind] !== 'SKIP');
  return mapping.meetings ? [...taken.map(prefixOf), ...whole.map((kind) => `${kind}/`)] : [];
}

function takeMeetings(
  group: SigsGroup,
  mapping: SigsMapping,
  scope: MeetingScope,
  tally: ImportTally,
  into: SigsMeetings,
): void {
  const names = new Map<string, number>();
  for (const meeting of group.meetings ?? []) {
    const count = (names.get(meeting.name) ?? 0) + 1;
    names.set(meeting.name, count);
    const key = `${prefixOf(group)}${meeting.name}${count > 1 ? ` ${count}` : ''}`;
    const read = readMeetingWords(meeting, mapping.asOf);
    if (read.problem !== undefined) {
      tally.problem(meeting.where, `${meeting.name}: ${read.problem}`);
      into.unread.add(key);
      continue;
    }
    const { rule, startsAt, timeZone, isStartAssumed, assumed } = read;
    if (assumed !== null) tally.problem(meeting.where, `${meeting.name}: ${assumed}`);
    into.meetings.push({
      key,
      where: meeting.where,
      calendar: group.dir,
      name: meeting.name,
      place: (meeting.url ?? '').slice(0, 500),
      agenda: agendaOf(meeting),
      rule,
      startsAt,
      timeZone,
      minutes: mapping.meetingMinutes,
      dates: [],
      isCancelled: false,
      scope,
      isStartAssumed,
    });
  }
}

function agendaOf({ day, time, timeZone, frequency, archive, recordings }: SigsMeeting): string {
  const lines = [
    archive === null ? '' : `Notes: ${archive}`,
    recordings === null ? '' : `Recordings: ${recordings}`,
    `As its group writes it: ${day} at ${time} ${timeZone}, ${frequency}.`,
  ];
  return lines.filter((line) => line !== '').join('\n\n');
}
