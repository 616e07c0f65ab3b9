import type { ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import { isDay } from '@chapterhouse/domain/imports/mapping-reader';
import type { OrganizationFile, PersonFact, PlaceKind } from '@chapterhouse/domain/imports/organization-file';
import { OrganizationRolesReader } from './organization-roles-reader.js';
import { cut, isGiven, listOf, recordOf, textOf } from './plain-value.js';
import type { YamlFile } from './yaml-document.js';

type Path = (string | number)[];

const KEY = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u;
const EMAIL = /^[^@\s]+@[^@\s]+$/;
const INSIDE = { product: 'areas', area: 'teams', team: undefined } as const;
const BELOW = { product: 'area', area: 'team', team: undefined } as const;
const FIELDS = {
  file: ['organization', 'as_of', 'people', 'products', 'roles'],
  person: ['key', 'name', 'email', 'absences'],
  product: ['key', 'name', 'roles', 'areas'],
  area: ['key', 'name', 'purpose', 'roles', 'teams'],
  team: ['key', 'name', 'purpose', 'roles'],
};

/** Reads our own organization file (docs/organization-file.md). @param asOf when the file does not say it */
export function readOrganizationFile(file: YamlFile, asOf: string, tally: ImportTally): OrganizationFile {
  return new OrganizationFileReader(file, tally).read(asOf);
}

class OrganizationFileReader {
  private readonly roles: OrganizationRolesReader;
  private readonly result: OrganizationFile = {
    source: 'organization-file',
    asOf: '',
    places: [],
    people: [],
    roles: [],
    absences: [],
    completeFor: [''],
  };

  constructor(
    private readonly file: YamlFile,
    private readonly tally: ImportTally,
  ) {
    this.roles = new OrganizationRolesReader(file, tally);
  }

  read(asOf: string): OrganizationFile {
    const top = recordOf(this.file.value);
    if (top === undefined || (!top.has('products') && !top.has('people'))) {
      this.tally.refuse(this.file.where(), 'This is no organization file: it has neither products nor people.');
      return { ...this.result, asOf };
    }
    this.unknownFields(top, FIELDS.file, []);
    const name = textOf(top.get('organization'));
    this.result.source = name === undefined ? 'organization-file' : `organization-file:${name.toLowerCase()}`;
    this.result.asOf = this.day(top.get('as_of'), ['as_of']) ?? asOf;
    this.each(top.get('people'), ['people'], (value, path) => this.person(value, path));
    this.each(top.get('products'), ['products'], (value, path) => this.place('product', value, path, null));
    this.result.roles.push(...this.roles.read(top.get('roles'), ['roles'], null, this.result.source));
    // What could not be read is not known to be gone.
    if (this.roles.failed || this.failed) this.result.completeFor = [];
    return this.result;
  }

  private failed = false;

  private person(value: unknown, path: Path): void {
    const person = recordOf(value);
    const key = this.key(person?.get('key') ?? person?.get('name'), path);
    if (person === undefined || key === undefined) return;
    this.unknownFields(person, FIELDS.person, path);
    if (this.result.people.some((other) => other.key === key))
      return this.wrong(path, `The person ${key} stands twice.`);
    const email = textOf(person.get('email'));
    const usable = email !== undefined && EMAIL.test(email) && email.length <= 320;
    if (email !== undefined && !usable)
      this.wrong([...path, 'email'], `The e-mail of ${key} is none: left out.`, false);
    const fact: PersonFact = {
      source: this.result.source,
      key,
      name: cut(textOf(person.get('name')) ?? key, 200),
      email: usable ? email : null,
      where: this.file.where(...path),
    };
    this.result.people.push(fact);
    this.each(person.get('absences'), [...path, 'absences'], (absence, at) => this.absence(fact, absence, at));
  }

  private absence(person: PersonFact, value: unknown, path: Path): void {
    const absence = recordOf(value);
    const startsOn = this.day(absence?.get('from'), [...path, 'from']);
    const endsBefore = this.day(absence?.get('ends_before'), [...path, 'ends_before']);
    if (absence === undefined || startsOn === undefined || endsBefore === undefined || startsOn >= endsBefore)
      return this.wrong(path, 'An absence needs from and, later, ends_before: the first day back.');
    this.unknownFields(absence, ['from', 'ends_before', 'note'], path);
    const note = cut(textOf(absence.get('note')) ?? '', 1000);
    this.result.absences.push({ person, startsOn, endsBefore, note, where: this.file.where(...path) });
  }

  private place(kind: PlaceKind, value: unknown, path: Path, parentKey: string | null): void {
    const place = recordOf(value);
    const key = this.key(place?.get('key') ?? place?.get('name'), path);
    if (place === undefined || key === undefined) return;
    this.unknownFields(place, FIELDS[kind], path);
    if (this.result.places.some((other) => other.kind === kind && other.key === key))
      return this.wrong(path, `The ${kind} ${key} stands twice; give one of them another key.`);
    const name = cut(textOf(place.get('name')) ?? key, 200);
    const purpose = textOf(place.get('purpose')) ?? null;
    this.result.places.push({ kind, key, name, purpose, parentKey, where: this.file.where(...path) });
    this.result.roles.push(
      ...this.roles.read(place.get('roles'), [...path, 'roles'], { kind, key }, this.result.source),
    );
    const inside = INSIDE[kind];
    const below = BELOW[kind];
    if (inside !== undefined && below !== undefined)
      this.each(place.get(inside), [...path, inside], (child, at) => this.place(below, child, at, key));
  }

  private each(value: unknown, path: Path, take: (value: unknown, path: Path) => void): void {
    if (!isGiven(value)) return;
    const list = listOf(value);
    if (list === undefined) this.wrong(path, `${path.at(-1)} must be a list.`);
    list?.forEach((one, place) => take(one, [...path, place]));
  }

  private key(value: unknown, path: Path): string | undefined {
    const key = textOf(value)?.toLowerCase().replaceAll(/\s+/g, '-');
    if (key !== undefined && KEY.test(key)) return key;
    this.wrong(path, 'This needs a key or a name: letters, digits, dots and dashes, at most 100.');
    return undefined;
  }

  private day(value: unknown, path: Path): string | undefined {
    if (isDay(value)) return value;
    if (isGiven(value)) this.wrong(path, 'This must be a day as YYYY-MM-DD.', false);
    return undefined;
  }

  private unknownFields(record: Map<string, unknown>, known: string[], path: Path): void {
    for (const field of record.keys())
      if (!known.includes(field))
        this.wrong([...path, field], `Unknown field ${field}: not read. Known: ${known.join(', ')}.`, false);
  }

  /** @param lost whether something that the file lists is not taken */
  private wrong(path: Path, what: string, lost = true): void {
    this.failed ||= lost;
    this.tally.problem(this.file.where(...path), what);
  }
}
