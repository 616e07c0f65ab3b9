import { ARTIFACT_KIND_TITLES } from '@chapterhouse/domain/communities/artifact-state';
import { Link } from 'react-router';
import type { ReviewOfMineFragment } from '../../generated/graphql';
import { Moment } from '../impediments/public';

/** What others wrote and ask this person to look through, the one that waits longest first. */
export function ReviewLines({ reviews }: { reviews: readonly ReviewOfMineFragment[] }) {
  return (
    <ul className="my-work__lines">
      {reviews
        .toSorted((a, b) => a.askedAt.localeCompare(b.askedAt))
        .map(({ id, askedAt, askedBy, artifact }) => (
          <li key={id} className="my-work__line">
            <Link to={`/artifacts/${artifact.key}/review`} data-line={id}>
              {artifact.key} {artifact.title}
            </Link>
            <span className="my-work__facts">
              {ARTIFACT_KIND_TITLES[artifact.kind]} of {artifact.community.name} · {askedBy.name} asked{' '}
              <Moment at={askedAt} />
            </span>
          </li>
        ))}
    </ul>
  );
}
