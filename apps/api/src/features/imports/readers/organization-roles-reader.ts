import type { ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import { isDay } from '@chapterhouse/domain/imports/mapping-reader';
import type { PlaceKind, RoleFact } from '@chapterhouse/domain/imports/organization-file';
import { ROLE_KINDS, ROLES, SCOPES_OF_ROLE, type ScopeKind } from '@chapterhouse/domain/organization/role';
import { isGiven, listOf, recordOf, textOf } from './plain-value.js';
import type { YamlFile } from './yaml-document.js';

type Path = (string | number)[];

const FIELDS = ['role', 'person', 'kind', 'from', 'ends_before', 'share'];
const SCOPES: Record<PlaceKind, ScopeKind> = { product: 'PRODUCT', area: 'AREA', team: 'TEAM' };

/** Reads the `roles` of a place of our organization file. */
export class OrganizationRolesReader {
  /** Whether a role of the file could not be taken. */
  failed = false;

  constructor(
    private readonly file: YamlFile,
    private readonly tally: ImportTally,
  ) {}

  /** @param source whose names the keys of people are */
  read(value: unknown, path: Path, place: RoleFact['place'], source: string): RoleFact[] {
    if (!isGiven(value)) return [];
    const list = listOf(value);
    if (list === undefined) return this.wrong(path, 'roles must be a list.');
    return list.flatMap((one, index) => this.role(one, [...path, index], place, source));
  }

  private role(value: unknown, path: Path, place: RoleFact['place'], source: string): RoleFact[] {
    const record = recordOf(value);
    const word = textOf(record?.get('role'))
      ?.toUpperCase()
      .replaceAll(/[\s-]+/g, '_');
    const role = ROLES.find((known) => known === word);
    const person = textOf(record?.get('person'))?.toLowerCase().replaceAll(/\s+/g, '-');
    if (record === undefined || role === undefined || person === undefined)
      return this.wrong(path, `A role needs a role (${ROLES.join(', ')}) and a person (a key).`);
    for (const field of record.keys())
      if (!FIELDS.includes(field))
        this.tally.problem(
          this.file.where(...path, field),
          `Unknown field ${field}: not read. Known: ${FIELDS.join(', ')}.`,
        );
    const scope: ScopeKind = place === null ? 'ORGANIZATION' : SCOPES[place.kind];
    if (!SCOPES_OF_ROLE[role].includes(scope))
      return this.wrong(path, `${role} is not a role of ${scope}; it belongs to ${SCOPES_OF_ROLE[role].join(' or ')}.`);
    const kindWord = textOf(record.get('kind'))?.toUpperCase();
    const kind = ROLE_KINDS.find((known) => known === kindWord);
    if (kindWord !== undefined && kind === undefined)
      return this.wrong(path, `kind must be one of ${ROLE_KINDS.join(', ')}.`);
    const [startsOn, endsBefore, share] = [record.get('from'), record.get('ends_before'), record.get('share')];
    if ([startsOn, endsBefore].some((day) => isGiven(day) && !isDay(day)))
      return this.wrong(path, 'from and ends_before must be days as YYYY-MM-DD.');
    if (isDay(startsOn) && isDay(endsBefore) && startsOn >= endsBefore)
      return this.wrong(path, 'ends_before must lie after from: it is the first day without the role.');
    const isShare = typeof share === 'number' && Number.isInteger(share) && share >= 1 && share <= 100;
    if (isGiven(share) && !isShare) return this.wrong(path, 'share must be a whole number of per cent from 1 to 100.');
    return [
      {
        person: { source, key: person },
        place,
        role,
        certainty: 'STATED',
        kind: kind ?? 'PRIMARY',
        startsOn: isDay(startsOn) ? startsOn : null,
        endsBefore: isDay(endsBefore) ? endsBefore : null,
        sharePercent: isShare ? share : null,
        where: this.file.where(...path),
      },
    ];
  }

  private wrong(path: Path, what: string): [] {
    this.failed = true;
    this.tally.problem(this.file.where(...path), what);
    return [];
  }
}
