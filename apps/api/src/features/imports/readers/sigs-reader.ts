import type { ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import type { SigsFile, SigsGroup, SigsLeader, SigsMeeting } from '@chapterhouse/domain/imports/sigs-file';
import { GROUP_KINDS, LEADERSHIPS, type GroupKind } from '@chapterhouse/domain/imports/sigs-mapping';
import { cut, isGiven, listOf, recordOf, textOf } from './plain-value.js';
import type { YamlFile } from './yaml-document.js';

const READ_OF_GROUP = new Set(['dir', 'name', 'mission_statement', 'leadership', 'meetings']);
const READ_OF_MEETING = new Set([
  'description',
  'day',
  'time',
  'tz',
  'frequency',
  'url',
  'archive_url',
  'recordings_url',
]);
const READ_OF_LEADER = new Set(['github', 'name', 'email']);
const HANDLE = /^[a-z0-9](?:[a-z0-9_-]{0,98}[a-z0-9_])?$/;
const EMAIL = /^[^@\s]+@[^@\s]+$/;

type Path = (string | number)[];

/** Reads every shape of Kubernetes' `sigs.yaml` since 2019. What it does not take is said once per kind, with its count. */
export function readSigs(file: YamlFile, name: string, tally: ImportTally): SigsFile {
  const reader = new SigsReader(file, tally);
  const result = reader.read();
  for (const [what, count] of reader.notRead)
    tally.problem(name, `Not read yet: ${what}${count > 1 ? ` (${count} times)` : ''}.`);
  return result;
}

class SigsReader {
  readonly notRead = new Map<string, number>();

  constructor(
    private readonly file: YamlFile,
    private readonly tally: ImportTally,
  ) {}

  read(): SigsFile {
    const top = recordOf(this.file.value);
    const result: SigsFile = { groups: [], kinds: [] };
    if (top === undefined || !GROUP_KINDS.some((kind) => top.has(kind))) {
      this.tally.refuse(this.file.where(), `This is no sigs.yaml: it lists none of ${GROUP_KINDS.join(', ')}.`);
      return result;
    }
    for (const key of top.keys()) if (!GROUP_KINDS.some((kind) => kind === key)) this.skip(`${key} of the file`);
    for (const kind of GROUP_KINDS) {
      const listed = top.get(kind) ?? (top.has(kind) ? [] : undefined);
      if (listed === undefined) continue;
      const groups = listOf(listed)?.map((value, place) => this.group(kind, value, [kind, place])) ?? [undefined];
      if (!Array.isArray(listed)) this.wrong([kind], `${kind} must be a list.`);
      const found = groups.filter((group) => group !== undefined);
      result.groups.push(...this.withoutDoubles(found));
      // With a group that could not be read, a missing one is not known to have vanished.
      if (found.length === groups.length) result.kinds.push(kind);
    }
    return result;
  }

  private group(kind: GroupKind, value: unknown, path: Path): SigsGroup | undefined {
    const group = recordOf(value);
    const dir = textOf(group?.get('dir'));
    if (group === undefined || dir === undefined || dir.length > 200) {
      this.wrong(path, 'This group has no dir, which is its identity: it is not taken.');
      return undefined;
    }
    for (const [field, given] of group)
      if (!READ_OF_GROUP.has(field) && isGiven(given)) this.skip(`${field} of ${kind}`, listOf(given)?.length ?? 1);
    const name = textOf(group.get('name')) ?? dir;
    if (Array.from(name).length > 200)
      this.wrong([...path, 'name'], 'This name is longer than 200 characters: it is cut.');
    return {
      kind,
      dir,
      name: cut(name, 200),
      purpose: textOf(group.get('mission_statement'))?.replaceAll(/\s+/g, ' ') ?? null,
      leaders: this.leaders(kind, group.get('leadership'), [...path, 'leadership']),
      meetings: this.meetings(group.get('meetings'), [...path, 'meetings']),
      where: this.file.where(...path),
    };
  }

  private leaders(kind: GroupKind, value: unknown, path: Path): SigsLeader[] {
    const leadership = recordOf(value);
    if (leadership === undefined) {
      if (isGiven(value)) this.wrong(path, 'leadership must name chairs, tech_leads, emeritus_leads.');
      return [];
    }
    for (const [field, given] of leadership)
      if (!LEADERSHIPS.some((known) => known === field) && isGiven(given))
        this.skip(`leadership.${field} of ${kind}`, listOf(given)?.length ?? 1);
    return LEADERSHIPS.flatMap((field) => {
      const people = leadership.get(field) ?? [];
      if (!Array.isArray(people)) this.wrong([...path, field], `${field} must be a list.`);
      return (listOf(people) ?? []).flatMap((person, place) => this.leader(field, person, [...path, field, place]));
    });
  }

  private leader(leadership: SigsLeader['leadership'], value: unknown, path: Path): SigsLeader[] {
    const person = recordOf(value);
    const github = textOf(person?.get('github'))?.replace(/^@/, '').toLowerCase();
    if (person === undefined || github === undefined || !HANDLE.test(github)) {
      this.wrong(path, 'This person has no usable github handle, which is their identity: not taken.');
      return [];
    }
    for (const [field, given] of person)
      if (!READ_OF_LEADER.has(field) && isGiven(given)) this.skip(`${field} of people`);
    const email = textOf(person.get('email'));
    const usable = email !== undefined && EMAIL.test(email) && email.length <= 320;
    if (email !== undefined && !usable) this.wrong([...path, 'email'], `The e-mail of ${github} is none: left out.`);
    const name = cut(textOf(person.get('name')) ?? github, 200);
    return [{ leadership, github, name, email: usable ? email : null, where: this.file.where(...path) }];
  }

  private meetings(value: unknown, path: Path): SigsMeeting[] | null {
    if (value === undefined || value === null) return null;
    const listed = listOf(value);
    if (listed === undefined) this.wrong(path, 'meetings must be a list.');
    return (listed ?? []).flatMap((one, place) => this.meeting(recordOf(one), [...path, place]));
  }

  private meeting(meeting: Map<string, unknown> | undefined, path: Path): SigsMeeting[] {
    const name = textOf(meeting?.get('description'));
    if (meeting === undefined || name === undefined) {
      this.wrong(path, 'This meeting has no description, which is its name: not taken.');
      return [];
    }
    for (const [field, given] of meeting)
      if (!READ_OF_MEETING.has(field) && isGiven(given)) this.skip(`${field} of meetings`);
    const text = (field: string): string => textOf(meeting.get(field)) ?? '';
    return [
      {
        name: cut(name.replaceAll(/\s+/gu, ' '), 200),
        day: text('day'),
        time: text('time'),
        timeZone: text('tz'),
        frequency: text('frequency'),
        url: textOf(meeting.get('url')) ?? null,
        archive: textOf(meeting.get('archive_url')) ?? null,
        recordings: textOf(meeting.get('recordings_url')) ?? null,
        where: this.file.where(...path),
      },
    ];
  }

  private withoutDoubles(groups: SigsGroup[]): SigsGroup[] {
    const seen = new Set<string>();
    return groups.filter((group) => {
      if (seen.has(group.dir)) this.tally.problem(group.where, `${group.dir} stands twice; the first is taken.`);
      return seen.size !== seen.add(group.dir).size;
    });
  }

  private skip(what: string, count = 1): void {
    this.notRead.set(what, (this.notRead.get(what) ?? 0) + count);
  }

  private wrong(path: Path, what: string): void {
    this.tally.problem(this.file.where(...path), what);
  }
}

/** The day in a file's name: `sigs-2023-01-01.yaml`. */
export function dayInName(name: string): string | undefined {
  const day = /(\d{4}-\d{2}-\d{2})/.exec(name)?.[1];
  return day !== undefined && !Number.isNaN(new Date(`${day}T00:00:00Z`).getTime()) ? day : undefined;
}
