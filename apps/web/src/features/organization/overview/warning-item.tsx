import { ROLE_TITLES } from '@chapterhouse/domain/organization/role';
import { Link } from 'react-router';
import type { WarningFragment } from '../../../generated/graphql';
import { ScopeLink } from '../roles/scope-link';
import '../layout/links.css';

/** One warning in a few words, with links to where it can be put right. */
export function WarningItem({ warning }: { warning: WarningFragment }) {
  const { code, role, scope, people, teams } = warning;
  const [person] = people;
  if (code === 'TEAM_WITHOUT_SCRUM_MASTER' && scope) return <ScopeLink scope={scope} />;
  if (code === 'VACANCY' && scope) {
    return (
      <>
        {role && `${ROLE_TITLES[role]} of `}
        <ScopeLink scope={scope} />
        {person && ` (${person.name} is away)`}
      </>
    );
  }
  return (
    <>
      {person && (
        <Link className="quiet-link" to={`/people/${person.id}`}>
          {person.name}
        </Link>
      )}
      {teams.length > 0 && <span className="warnings__teams"> {teams.map(({ name }) => name).join(', ')}</span>}
    </>
  );
}
