import { useQuery } from '@apollo/client/react';
import { buttonLook } from '@chapterhouse/ui/button';
import { Link } from 'react-router';
import { IMPORTED_PLAYBOOKS } from '../imports.operations';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The way to the draft of the playbook that the folder became; the list while it is looked for. */
export function ImportedPlaybook({ mapping }: { mapping: unknown }) {
  const [source, community] = isRecord(mapping) ? [mapping['source'], mapping['community']] : [];
  const { data } = useQuery(IMPORTED_PLAYBOOKS, { fetchPolicy: 'cache-and-network' });
  const came = data?.artifacts.edges.filter(({ node }) => node.importedFrom === source && node.archivedAt === null);
  // One that was founded for it has the name that was given.
  const found =
    came?.find(({ node }) => node.community.id === community || node.community.name === community) ?? came?.[0];
  return (
    <Link
      className={buttonLook({ variant: 'primary' })}
      to={found ? `/artifacts/${found.node.key}/draft` : '/communities'}
    >
      {found ? `See ${found.node.title}` : 'See the communities'}
    </Link>
  );
}
