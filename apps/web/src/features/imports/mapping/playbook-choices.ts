const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const count = (value: unknown): number => (typeof value === 'number' ? value : 0);

export type PlaybookChoices = {
  communities: { id: string; name: string }[];
  /** Those that came before, by what their folder is called. */
  playbooks: { source: string; key: string; title: string }[];
  /** What the pages lie in, within what was sent. */
  folder: string;
  pages: number;
  pictures: number;
  links: number;
  broken: number;
  usual: { source: string; title: string };
};

/** Reads `choices` of an import of a playbook; a part that is missing counts as none. */
export function playbookChoicesOf(choices: unknown): PlaybookChoices {
  const given = isRecord(choices) ? choices : {};
  const list = (name: string): Record<string, unknown>[] => {
    const value = given[name];
    return Array.isArray(value) ? value.filter(isRecord) : [];
  };
  const counts = isRecord(given['counts']) ? given['counts'] : {};
  const usual = isRecord(given['defaults']) ? given['defaults'] : {};
  return {
    communities: list('communities').map(({ id, name }) => ({ id: text(id), name: text(name) })),
    playbooks: list('playbooks').map(({ source, key, title }) => ({
      source: text(source),
      key: text(key),
      title: text(title),
    })),
    folder: text(given['folder']),
    pages: count(counts['pages']),
    pictures: count(counts['pictures']),
    links: count(counts['links']) + count(counts['ownAnchors']),
    broken: count(given['broken']),
    usual: { source: text(usual['source']), title: text(usual['title']) },
  };
}
