const conjunction = new Intl.ListFormat('en', { type: 'conjunction' });
const disjunction = new Intl.ListFormat('en', { type: 'disjunction' });

/** Names beyond these are counted. */
const SHOWN = 4;

const some = (names: readonly string[]): string[] => {
  const more = names.length - SHOWN;
  return more > 1 ? [...names.slice(0, SHOWN), `${more} more`] : [...names];
};

/** "Ana, Ben and Cleo"; of many the first few and how many more. */
export function allOf(people: readonly { name: string }[]): string {
  return conjunction.format(some(people.map(({ name }) => name)));
}

/** "Ana, Ben or Cleo"; of many the first few and how many more. */
export function oneOf(people: readonly { name: string }[]): string {
  return disjunction.format(some(people.map(({ name }) => name)));
}
