import { TRIAGE_RESULT_TITLES } from '@chapterhouse/domain/chapters/triage-state';
import { Link } from 'react-router';
import type { InboxEntryFactsFragment } from '../../generated/graphql';

/** What came of a triage, and of it what concerns one's own teams. */
export function TriageSummary({ session }: { session: NonNullable<InboxEntryFactsFragment['triageSession']> }) {
  const { summary, viewerItems } = session;
  return (
    <div className="inbox__triage">
      {summary !== null && <p>{summary}.</p>}
      {viewerItems.length > 0 && (
        <ul aria-label="What hits your teams">
          {viewerItems.map(({ id, result, note, impediment }) => (
            <li key={id}>
              {impediment && (
                <Link to={`/impediments/${impediment.key}`}>
                  {impediment.key} {impediment.title}
                </Link>
              )}
              {result !== null && ` · ${TRIAGE_RESULT_TITLES[result]}`}
              {note !== null && note !== '' && `: ${note}`}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
