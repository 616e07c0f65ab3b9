import { Link } from 'react-router';
import { useViewer } from '../../../platform/session/session-provider';
import { ImportStateBadge } from '../import-state-badge';
import { countWords, KIND_TITLES, momentWords } from '../import-words';
import type { ListedImport } from './imports-list';

/** One line: the files, the state, who and when, what came of it. */
export function ImportRow({ listed }: { listed: ListedImport }) {
  const { timeZone } = useViewer().organization;
  const { id, kind, state, fileNames, requestedBy, createdAt, appliedAt } = listed;
  const [first = 'No file', ...others] = fileNames;
  return (
    <li className="imports__row">
      <div className="imports__file">
        <Link className="imports__name" to={`/imports/${id}`}>
          {others.length === 0 ? first : `${first} and ${others.length} more`}
        </Link>
        <span className="imports__details">{KIND_TITLES[kind]}</span>
      </div>
      <ImportStateBadge state={state} />
      <span className="imports__outcome">{outcomeWords(listed)}</span>
      <span className="imports__details">
        {requestedBy.name},{' '}
        <time dateTime={appliedAt ?? createdAt}>{momentWords(appliedAt ?? createdAt, timeZone)}</time>
      </span>
    </li>
  );
}

/** "24 teams new, 3 roles ended", the largest first; problems at the end. */
function outcomeWords({ state, result, progressDone, progressTotal }: ListedImport): string {
  if (state === 'APPLYING' && progressTotal > 0) return `${Math.floor((100 * progressDone) / progressTotal)} %`;
  if (!result) return '';
  const made = result.counts
    .filter(({ created }) => created > 0)
    .toSorted((one, other) => other.created - one.created)
    .slice(0, 3)
    .map(({ created, kind }) => countWords(created, kind));
  const changed = result.counts.reduce((sum, { updated, ended }) => sum + updated + ended, 0);
  const words = [
    made.length > 0 && `${made.join(', ')} new`,
    changed > 0 && `${changed.toLocaleString('en')} changed`,
    made.length === 0 && changed === 0 && 'nothing changed',
    result.problemCount > 0 && (result.problemCount === 1 ? '1 problem' : `${result.problemCount} problems`),
  ];
  return words.filter(Boolean).join('; ');
}
