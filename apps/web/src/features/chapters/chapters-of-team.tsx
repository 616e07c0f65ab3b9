import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { CHAPTERS_OF_TEAM } from './chapters.operations';

/** Who triages what this team shares with others; nothing while nobody does. */
export function ChaptersOfTeam({ teamId }: { teamId: string }) {
  const { data } = useQuery(CHAPTERS_OF_TEAM, { variables: { id: teamId } });
  const chapters = data?.team.chapters ?? [];
  if (chapters.length === 0) return null;
  return (
    <p>
      What it shares with others is triaged by{' '}
      {chapters.map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 && ' and '}
          <Link to={`/chapters/${id}`}>{name}</Link>
        </span>
      ))}
      .
    </p>
  );
}
