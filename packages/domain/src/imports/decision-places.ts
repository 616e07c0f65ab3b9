import type { AdrDocument } from '../decisions/adr-document.js';
import type { DecisionMapping, PlaceChoice } from './decision-mapping.js';
import type { ImportTally } from './import-outcome.js';
import type { PlaceKind } from './organization-file.js';
import type { PlaceWrite, PlanTools } from './organization-writes.js';
import type { PresentPlace } from './present-organization.js';

/** Where a decision belongs. */
export interface DecisionPlace {
  kind: 'ORGANIZATION' | 'PRODUCT' | 'AREA' | 'TEAM';
  /** Null: the organization. */
  id: string | null;
}

const ORGANIZATION: DecisionPlace = { kind: 'ORGANIZATION', id: null };
const KINDS = { PRODUCT: 'product', AREA: 'area', TEAM: 'team' } as const;
const LEVELS: PlaceKind[] = ['product', 'area', 'team'];
/** In which made teams lie that no file puts anywhere. */
const AREA_OF_TEAMS = 'Imported';

/** Finds products, areas and teams by the names that files give them, and makes those that are to be made. */
export class DecisionPlaces {
  readonly writes: PlaceWrite[] = [];
  private readonly places: PresentPlace[];
  private readonly told = new Set<string>();

  constructor(
    present: readonly PresentPlace[],
    private readonly mapping: DecisionMapping,
    private readonly tools: PlanTools,
    private readonly tally: ImportTally,
  ) {
    this.places = present.filter(({ archivedOn }) => archivedOn === null);
  }

  /** @returns undefined when the mapping names a place that is not here */
  of({ kept, owner }: AdrDocument): DecisionPlace | undefined {
    if (kept !== null)
      return kept.scope.kind === 'ORGANIZATION' ? ORGANIZATION : this.make(kept.scope.kind, kept.scope.path);
    if (owner === null) return this.chosen(this.mapping.scope, '');
    return this.chosen(this.mapping.owners[owner] ?? this.mapping.otherOwners, owner);
  }

  /** Those that a file of ours touches, made where they are not here: else its links would be lost. */
  ofLinks({ kept, path: file }: AdrDocument): void {
    for (const { kind, path } of kept?.links ?? []) {
      if (kind !== 'PRODUCT' && kind !== 'AREA' && kind !== 'TEAM') continue;
      if (path !== null && LEVELS[path.length - 1] === KINDS[kind]) this.make(kind, path);
      else
        this.tally.problem(
          file,
          `It touches ${path?.at(-1) ?? 'something'}, with no place for it: that link is left out.`,
        );
    }
  }

  /** The place of a link of our own files; see `ofLinks`. @param path names, the product first */
  find(kind: 'PRODUCT' | 'AREA' | 'TEAM', path: readonly string[]): string | undefined {
    let parent: PresentPlace | undefined;
    for (const [level, name] of path.entries()) {
      const parentId: string | null = parent?.id ?? null;
      parent = this.inside(LEVELS[level] ?? 'team', parentId, name);
      if (parent === undefined) return undefined;
    }
    return parent?.kind === KINDS[kind] ? parent.id : undefined;
  }

  private chosen(choice: PlaceChoice, name: string): DecisionPlace | undefined {
    switch (choice) {
      case 'ORGANIZATION':
        return ORGANIZATION;
      case 'MATCH':
        return this.match(name);
      case 'PRODUCT':
        return this.named('product', name) ?? this.make('PRODUCT', [name]);
      case 'AREA':
        return this.named('area', name) ?? this.make('AREA', [this.mapping.productName, name]);
      case 'TEAM':
        return this.named('team', name) ?? this.make('TEAM', [this.mapping.productName, AREA_OF_TEAMS, name]);
      default:
        return this.byId(choice);
    }
  }

  private byId(choice: string): DecisionPlace | undefined {
    const [kind = '', id = ''] = choice.split('_');
    const place = this.places.find((one) => one.id === id && one.kind === kind.toLowerCase());
    if (place !== undefined) return placeOf(place);
    if (!this.told.has(choice))
      this.tally.refuse('mapping', 'The mapping names a product, area or team that is not here.');
    this.told.add(choice);
    return undefined;
  }

  private match(name: string): DecisionPlace {
    const found = this.named('team', name) ?? this.named('area', name) ?? this.named('product', name);
    if (found !== undefined) return found;
    if (!this.told.has(name))
      this.tally.problem(
        name,
        `No product, area or team has the name ${name}: its decisions belong to the organization.`,
      );
    this.told.add(name);
    return ORGANIZATION;
  }

  /** The only one of the kind that has the name. */
  private named(kind: PlaceKind, name: string): DecisionPlace | undefined {
    const wanted = plain(name);
    const found = this.places.filter((place) => place.kind === kind && plain(place.name) === wanted);
    const [only] = found;
    return only !== undefined && found.length === 1 ? placeOf(only) : undefined;
  }

  private make(kind: 'PRODUCT' | 'AREA' | 'TEAM', path: readonly string[]): DecisionPlace {
    let parent: PresentPlace | undefined;
    for (const [level, name] of path.entries()) {
      const parentId: string | null = parent?.id ?? null;
      const placeKind = LEVELS[level] ?? 'team';
      parent = this.inside(placeKind, parentId, name) ?? this.create(placeKind, parentId, name, parent?.name ?? '');
    }
    return parent === undefined ? ORGANIZATION : { kind, id: parent.id };
  }

  private inside(kind: PlaceKind, parentId: string | null, name: string): PresentPlace | undefined {
    return this.places.find(
      (place) => place.kind === kind && place.parentId === parentId && place.name.toLowerCase() === name.toLowerCase(),
    );
  }

  private create(kind: PlaceKind, parentId: string | null, name: string, within: string): PresentPlace {
    const place = { kind, id: this.tools.newId(), name, purpose: '', parentId, archivedOn: null };
    this.places.push({ ...place, version: 1 });
    this.writes.push({ effect: 'create', ...place, version: 0, changes: [] });
    this.tally.note({ effect: 'create', kind, key: name, title: name, details: within === '' ? '' : `in ${within}` });
    return { ...place, version: 1 };
  }
}

function placeOf({ kind, id }: PresentPlace): DecisionPlace {
  return { kind: kind === 'product' ? 'PRODUCT' : kind === 'area' ? 'AREA' : 'TEAM', id };
}

/** `sig-api-machinery` and `API Machinery` are one name. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/^(?:sig|wg|ug|committee)[-\s]/u, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
