import type { OrganizationFile, PersonFact, PlaceFact, RoleFact } from './organization-file.js';
import type { SigsFile, SigsGroup } from './sigs-file.js';
import { GROUP_TITLES, type SigsMapping } from './sigs-mapping.js';

/** What a `sigs.yaml` means under a mapping: groups as areas or teams, leaders as roles on the file's day. */
export function sigsFacts(file: SigsFile, mapping: SigsMapping): OrganizationFile {
  const product: PlaceFact = {
    kind: 'product',
    key: 'product',
    name: mapping.productName,
    purpose: null,
    parentKey: null,
    where: mapping.productName,
  };
  const taken = file.groups.filter((group) => mapping.groups[group.kind] !== 'SKIP');
  const parents = file.kinds.filter((kind) =>
    taken.some((group) => group.kind === kind && targetOf(group, mapping) === 'team'),
  );
  return {
    source: `sigs:${mapping.productName.toLowerCase()}`,
    asOf: mapping.asOf,
    places: [
      product,
      ...parents.map((kind): PlaceFact => ({
        kind: 'area',
        key: `all-${kind}`,
        name: GROUP_TITLES[kind],
        purpose: null,
        parentKey: product.key,
        where: GROUP_TITLES[kind],
      })),
      ...taken.map((group) => placeOf(group, mapping, product.key)),
    ],
    people: peopleOf(taken),
    roles: taken.flatMap((group) => rolesOf(group, mapping)),
    absences: [],
    completeFor: file.kinds.filter((kind) => mapping.groups[kind] !== 'SKIP').map((kind) => `${kind}/`),
  };
}

/** What a group is here. */
export function placeKeyOf(group: SigsGroup, mapping: SigsMapping): string {
  return `${targetOf(group, mapping)}:${keyOf(group)}`;
}

function targetOf(group: SigsGroup, mapping: SigsMapping): 'area' | 'team' {
  return mapping.groups[group.kind] === 'AREA' ? 'area' : 'team';
}

function placeOf(group: SigsGroup, mapping: SigsMapping, productKey: string): PlaceFact {
  const kind = targetOf(group, mapping);
  return {
    kind,
    key: keyOf(group),
    name: group.name,
    purpose: group.purpose,
    parentKey: kind === 'area' ? productKey : `all-${group.kind}`,
    where: group.where,
  };
}

function keyOf(group: SigsGroup): string {
  return `${group.kind}/${group.dir}`;
}

/** One per handle: leaders of several groups are one person; the first place that knows the e-mail is believed. */
function peopleOf(groups: SigsGroup[]): PersonFact[] {
  const people = new Map<string, PersonFact>();
  for (const leader of groups.flatMap((group) => group.leaders)) {
    const known = people.get(leader.github);
    if (known === undefined)
      people.set(leader.github, {
        source: 'github',
        key: leader.github,
        name: leader.name,
        email: leader.email,
        where: leader.where,
      });
    else known.email ??= leader.email;
  }
  return [...people.values()];
}

function rolesOf(group: SigsGroup, mapping: SigsMapping): RoleFact[] {
  return group.leaders.flatMap((leader): RoleFact[] => {
    const role = mapping.roles[group.kind][leader.leadership];
    if (role === 'SKIP') return [];
    return [
      {
        person: { source: 'github', key: leader.github },
        place: { kind: targetOf(group, mapping), key: keyOf(group) },
        role,
        certainty: leader.leadership === 'emeritus_leads' ? 'PAST' : 'OBSERVED',
        kind: null,
        startsOn: null,
        endsBefore: null,
        sharePercent: null,
        where: leader.where,
      },
    ];
  });
}
