import { countWords } from '../import-words';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

const PARTS = [
  ['places', 'place'],
  ['people', 'person'],
  ['roles', 'role'],
] as const;

/** Our own file says by itself what everything is: nothing to choose. */
export function OrganizationFileWords({ choices }: { choices: unknown }) {
  const found = PARTS.flatMap(([name, kind]) => {
    const count = isRecord(choices) ? choices[name] : null;
    if (typeof count !== 'number') return [];
    return kind === 'place' ? [`${count} ${count === 1 ? 'place' : 'places'}`] : [countWords(count, kind)];
  });
  const defaults = isRecord(choices) ? choices['defaults'] : null;
  const day = isRecord(defaults) && typeof defaults['asOf'] === 'string' ? defaults['asOf'] : null;
  return (
    <p className="mapping__words">
      {day !== null && `True on ${DAY.format(new Date(day))}. `}
      {found.length > 0 && `${new Intl.ListFormat('en').format(found)}. `}The file says by itself what everything is:
      there is nothing to choose.
    </p>
  );
}
