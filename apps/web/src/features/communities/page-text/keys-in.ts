import { THING_KEY } from './link-things';

/** The most that one question may name; a text that names more leads there by its keys alone. */
const MOST_THINGS = 200;
/** People and teams, as they are addressed in a text. */
const ADDRESS =
  /(?:person:(?=Person_)|team:(?=Team_))((?:Person|Team)_)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/giu;

/**
 * Keys and ids that a text names, each once, in order, found without reading it as Markdown: those in code too.
 * @returns at most 200
 */
export function keysIn(text: string): string[] {
  const keys = Array.from(text.matchAll(THING_KEY), ([name]) => keyOf(name));
  const ids = Array.from(text.matchAll(ADDRESS), ([, type = '', id = '']) => `${typeOf(type)}${id.toLowerCase()}`);
  return [...new Set([...keys, ...ids])].slice(0, MOST_THINGS);
}

/** The artifact of a page: `A-5` of `A-5/onboarding`. */
export function keyOf(name: string): string {
  return name.split('/', 1)[0] ?? name;
}

function typeOf(written: string): string {
  return written.toLowerCase() === 'team_' ? 'Team_' : 'Person_';
}
