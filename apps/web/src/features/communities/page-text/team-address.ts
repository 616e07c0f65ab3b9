/** Teams are named in a text as people are: `[the yard](team:Team_…)`. */
const ADDRESS = /^team:Team_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** The id of the team that an address names; null when it names none. */
export function teamAt(address: string | undefined): string | null {
  const uuid = ADDRESS.exec(address ?? '')?.[1];
  return uuid === undefined ? null : `Team_${uuid.toLowerCase()}`;
}
