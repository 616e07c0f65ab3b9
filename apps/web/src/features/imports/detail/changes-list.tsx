import { Button } from '@chapterhouse/ui/button';
import { Select } from '@chapterhouse/ui/select';
import { useState } from 'react';
import { nounOf } from '../import-words';
import { type Change, changeCount, type Count } from './outcome';

/** Lines shown at first, and with each "more". */
const STEP = 25;

const EFFECTS: Record<string, string> = { create: 'new', update: 'changed', end: 'ended' };

/** Whose keys people know; of others they are the file's own. */
const KEYED = ['backlog-item', 'link', 'impediment'];

export type ChangesListProps = { changes: readonly Change[]; counts: readonly Count[] };

/** A sample of the changes, by kind. */
export function ChangesList({ changes, counts }: ChangesListProps) {
  const [kind, setKind] = useState('');
  const [limit, setLimit] = useState(STEP);
  if (changes.length === 0) return null;
  const kinds = [...new Set(changes.map((change) => change.kind))];
  const fitting = kind === '' ? changes : changes.filter((change) => change.kind === kind);
  const all = changeCount(kind === '' ? counts : counts.filter((count) => count.kind === kind));
  return (
    <section className="import__part" aria-labelledby="changes-title">
      <div className="import__head">
        <h3 id="changes-title">
          Changes <span className="import__count">{all.toLocaleString('en')}</span>
        </h3>
        {kinds.length > 1 && (
          <Select
            label="Kind of change"
            labelHidden
            placeholder="Every kind"
            options={kinds.map((value) => ({ value, label: capital(nounOf(value, 2)) }))}
            value={kind}
            onChange={(event) => {
              setKind(event.target.value);
              setLimit(STEP);
            }}
          />
        )}
      </div>
      <ul className="import-changes">
        {fitting.slice(0, limit).map((change) => (
          <li key={`${change.kind} ${change.key} ${change.effect}`} className="import-changes__row">
            <span className="import-changes__effect" data-effect={change.effect}>
              {EFFECTS[change.effect] ?? change.effect}
            </span>
            <span className="import-changes__kind">{nounOf(change.kind, 1)}</span>
            <span className="import-changes__title">
              {KEYED.includes(change.kind) && <span className="import-changes__key">{change.key}</span>} {change.title}
            </span>
            <span className="import-changes__details">{change.details}</span>
          </li>
        ))}
      </ul>
      {fitting.length > limit && (
        <Button size="sm" onClick={() => setLimit(limit + STEP * 4)}>
          Show more
        </Button>
      )}
      {fitting.length <= limit && fitting.length < all && (
        <p className="import__calm">
          These are the first {fitting.length.toLocaleString('en')} of {all.toLocaleString('en')}.
        </p>
      )}
    </section>
  );
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
