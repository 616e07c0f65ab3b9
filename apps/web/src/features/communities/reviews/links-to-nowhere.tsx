import { useQuery } from '@apollo/client/react';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Link } from 'react-router';
import { plural } from '../../impediments/public';
import { draftAddress } from '../artifacts/artifact-addresses';
import { DRAFT_BROKEN_LINKS } from './review.operations';

/** So many are named; the rest is counted. */
const MOST = 20;

/** Which links of the draft lead nowhere, as it was when somebody came to look at it. */
export function LinksToNowhere({ artifactKey }: { artifactKey: string }) {
  const { data } = useQuery(DRAFT_BROKEN_LINKS, {
    variables: { key: artifactKey },
    fetchPolicy: 'cache-and-network',
  });
  const links = data?.artifact.draft?.brokenLinks ?? [];
  if (links.length === 0) return null;
  return (
    <ErrorNote
      tone="attention"
      title={links.length === 1 ? 'One link leads nowhere.' : `${links.length} links lead nowhere.`}
      next={
        <>
          <ul>
            {links.slice(0, MOST).map(({ pagePath, line, target, why }) => (
              <li key={`${pagePath} ${line} ${target}`}>
                <Link to={draftAddress(artifactKey, pagePath)}>
                  {pagePath}:{line}
                </Link>{' '}
                {target}: {why}
              </li>
            ))}
          </ul>
          {links.length > MOST && <p>And {plural(links.length - MOST, 'other')} besides.</p>}
        </>
      }
    />
  );
}
