import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Link } from 'react-router';
import { COMMUNITIES_OF_PERSON } from './community.operations';
import './communities-of-person.css';

/** Part of a person's page: what they get better at, together with others. */
export function CommunitiesOfPerson({ person }: { person: { id: string; name: string } }) {
  const { data, error } = useQuery(COMMUNITIES_OF_PERSON, {
    variables: { id: person.id },
    fetchPolicy: 'cache-and-network',
  });
  if (!data) return error ? null : <Skeleton lines={1} label="Loading communities" />;
  const { communities } = data.person;
  if (communities.length === 0) return <p className="communities-of-person__none">{person.name} is in no community.</p>;
  return (
    <ul className="communities-of-person" aria-label={`Communities of ${person.name}`}>
      {communities.map(({ id, name, facilitators }) => (
        <li key={id}>
          <Link to={`/communities/${encodeURIComponent(id)}`}>{name}</Link>
          {facilitators.some((one) => one.id === person.id) && <span>facilitates it</span>}
        </li>
      ))}
    </ul>
  );
}
