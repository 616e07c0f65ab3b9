import { StateBadge } from '@chapterhouse/ui/state-badge';
import { Link } from 'react-router';
import type { ArtifactLineFragment } from '../../../generated/graphql';
import { dayWords } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { artifactAddress } from '../artifacts/artifact-addresses';
import { KIND_WORDS, STATE_PROGRESS, STATE_WORDS } from '../artifacts/artifact-words';
import { KindIcon } from './kind-icon';
import './artifact-lines.css';

type Line = ArtifactLineFragment & { community?: { id: string; name: string } };
export type ArtifactLinesProps = { label: string; artifacts: readonly Line[]; stale?: boolean };

/** Each by its title: of which kind, which version, and how many teams follow it. */
export function ArtifactLines({ label, artifacts, stale = false }: ArtifactLinesProps) {
  const today = useToday();
  return (
    <ul className="artifact-lines" aria-label={label} data-stale={stale || undefined}>
      {artifacts.map((artifact) => {
        const { id, key, kind, title, summary, state, current, draft, adoption, community } = artifact;
        return (
          <li key={id}>
            <KindIcon kind={kind} />
            <div>
              <Link to={artifactAddress(key)} data-line={id}>
                {title}
              </Link>
              {summary !== '' && <span className="artifact-lines__summary">{summary}</span>}
              <span className="artifact-lines__facts">
                <span>
                  {key} · {KIND_WORDS[kind]}
                </span>
                {community && <Link to={`/communities/${encodeURIComponent(community.id)}`}>{community.name}</Link>}
                {state === 'PUBLISHED' && current ? (
                  <span>version {current.number}</span>
                ) : (
                  <StateBadge label={STATE_WORDS[state]} progress={STATE_PROGRESS[state]} />
                )}
                {state === 'PUBLISHED' && draft && (
                  <span>
                    {draft.state === 'IN_REVIEW' ? 'the next version is in review' : 'the next version is written'}
                  </span>
                )}
                {adoption.teams > 0 && (
                  <span>{adoption.teams === 1 ? '1 team follows it' : `${adoption.teams} teams follow it`}</span>
                )}
                {artifact.reviewOverdue && artifact.reviewDueOn !== null && state !== 'ARCHIVED' && (
                  <span className="artifact-lines__due">
                    to be looked at again since {dayWords(artifact.reviewDueOn, today)}
                  </span>
                )}
              </span>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
