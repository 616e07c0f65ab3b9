import type { FieldChange } from '../event-payload.js';
import type { PlaceFact, PlaceKind } from './organization-file.js';
import type { PlanDesk } from './organization-plan.js';
import { wordsOf } from './people-plan.js';
import type { PresentPlace } from './present-organization.js';

export interface PlannedPlaces {
  /** By `kind:key`. */
  ids: Map<string, string>;
  /** Ids of places that the file no longer lists: archived on the file's day. */
  archived: Set<string>;
  nameOf(id: string): string;
}

/** Creates, renames, moves, brings back and archives products, areas and teams. */
export function planPlaces(desk: PlanDesk): PlannedPlaces {
  const plan = new PlacePlan(desk);
  for (const fact of desk.file.places) plan.take(fact);
  plan.archiveVanished();
  return plan;
}

class PlacePlan implements PlannedPlaces {
  readonly ids = new Map<string, string>();
  readonly archived = new Set<string>();
  /** As they will be. */
  private readonly places: Map<string, PresentPlace>;

  constructor(private readonly desk: PlanDesk) {
    this.places = new Map(desk.present.places.map((place) => [place.id, { ...place }]));
  }

  nameOf(id: string): string {
    return this.places.get(id)?.name ?? 'the organization';
  }

  take(fact: PlaceFact): void {
    const { file, present, tools, tally } = this.desk;
    const parentId = fact.parentKey === null ? null : this.ids.get(`${parentKind(fact.kind)}:${fact.parentKey}`);
    if (parentId === undefined) {
      tally.problem(fact.where, `${fact.name} stands in nothing that could be read (${fact.parentKey}).`);
      return;
    }
    const contentHash = tools.fingerprint({ name: fact.name, purpose: fact.purpose, parentKey: fact.parentKey });
    const identity = present.identities.find(file.source, fact.kind, fact.key);
    const known = identity === undefined ? undefined : this.places.get(identity.entityId);
    const place = known ?? this.sameName(fact, parentId);
    const id = place?.id ?? tools.newId();
    this.ids.set(`${fact.kind}:${fact.key}`, id);
    if (place === undefined) this.create(fact, id, parentId);
    else if (known === undefined) this.note('unchanged', fact, 'is here already under this name');
    else if (identity?.contentHash === contentHash && place.archivedOn === null) this.note('unchanged', fact, '');
    else this.update(fact, place, parentId, identity?.contentHash === contentHash);
    present.identities.put({ source: file.source, kind: fact.kind, key: fact.key, entityId: id, contentHash });
  }

  archiveVanished(): void {
    const { file, present, tally } = this.desk;
    const kinds: PlaceKind[] = ['team', 'area'];
    for (const kind of kinds) {
      for (const { key, entityId } of present.identities.of(file.source, kind)) {
        const place = this.places.get(entityId);
        if (!place || place.archivedOn !== null || this.ids.has(`${kind}:${key}`)) continue;
        if (!file.completeFor.some((prefix) => key.startsWith(prefix))) continue;
        const inside = [...this.places.values()].filter((one) => one.parentId === place.id && one.archivedOn === null);
        if (inside.length > 0) {
          tally.problem(key, `${place.name} is no longer listed, but has teams here: it is not archived.`);
          continue;
        }
        this.archived.add(place.id);
        this.write(place, { archivedOn: file.asOf });
        tally.note({
          effect: 'end',
          kind,
          key,
          title: place.name,
          details: `no longer listed: archived on ${file.asOf}`,
        });
      }
    }
  }

  /** A place of that name that no file knows yet: taken over instead of made twice. */
  private sameName(fact: PlaceFact, parentId: string | null): PresentPlace | undefined {
    const name = fact.name.toLowerCase();
    return [...this.places.values()].find(
      (place) =>
        place.kind === fact.kind &&
        place.parentId === parentId &&
        place.archivedOn === null &&
        place.name.toLowerCase() === name &&
        (place.kind === 'product' || !this.desk.present.identities.hasEntity(place.id)),
    );
  }

  private create(fact: PlaceFact, id: string, parentId: string | null): void {
    const place = { kind: fact.kind, id, name: fact.name, purpose: fact.purpose ?? '', parentId, archivedOn: null };
    this.places.set(id, { ...place, version: 1 });
    this.desk.writes.places.push({ effect: 'create', ...place, version: 0, changes: [] });
    this.note('create', fact, parentId === null ? '' : `in ${this.nameOf(parentId)}`);
  }

  private update(fact: PlaceFact, place: PresentPlace, parentId: string | null, onlyBack: boolean): void {
    const next = onlyBack
      ? { archivedOn: null }
      : { name: fact.name, purpose: fact.purpose ?? place.purpose, parentId, archivedOn: null };
    const changes = this.write(place, next);
    this.note(changes.length > 0 ? 'update' : 'unchanged', fact, changes.map(wordsOf).join('; '));
  }

  private write(place: PresentPlace, next: Partial<PresentPlace>): FieldChange[] {
    const changed = { ...place, ...next };
    const changes = this.changesOf(place, changed);
    if (changes.length === 0) return changes;
    this.places.set(place.id, changed);
    this.desk.writes.places.push({ ...changed, effect: 'update', changes });
    return changes;
  }

  private changesOf(old: PresentPlace, next: PresentPlace): FieldChange[] {
    const changes: FieldChange[] = [];
    if (old.name !== next.name) changes.push({ field: 'name', from: old.name, to: next.name });
    if (old.purpose !== next.purpose)
      changes.push({ field: 'purpose', from: old.purpose || null, to: next.purpose || null });
    if (old.archivedOn !== next.archivedOn)
      changes.push({ field: 'archivedOn', from: old.archivedOn, to: next.archivedOn });
    if (old.parentId !== next.parentId)
      changes.push({
        field: parentKind(old.kind),
        from: this.nameOf(old.parentId ?? ''),
        to: this.nameOf(next.parentId ?? ''),
      });
    return changes;
  }

  private note(effect: 'create' | 'update' | 'unchanged', fact: PlaceFact, details: string): void {
    this.desk.tally.note({ effect, kind: fact.kind, key: fact.key, title: fact.name, details });
  }
}

function parentKind(kind: PlaceKind): PlaceKind {
  return kind === 'team' ? 'area' : 'product';
}
