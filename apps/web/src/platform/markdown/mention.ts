/** As the api reads it: whoever writes it by hand may do so in any case. */
const ADDRESS = /^person:Person_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** The id of the person whom an address names; null when it names nobody. */
export function personAt(address: string | undefined): string | null {
  const uuid = ADDRESS.exec(address ?? '')?.[1];
  return uuid === undefined ? null : `Person_${uuid.toLowerCase()}`;
}

/** A person named in Markdown, who is told of it: `[@Ana Roth](person:Person_…)`. @param id as the api gives it */
export function mentionOf({ id, name }: { id: string; name: string }): string {
  return `[@${name.replaceAll(/[[\]\\]/g, String.raw`\$&`)}](person:${id})`;
}
