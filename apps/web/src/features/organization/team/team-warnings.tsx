import { TriangleAlert } from 'lucide-react';
import type { WarningFragment } from '../../../generated/graphql';
import { WARNING_TITLES } from '../overview/warning-words';

/** What to look at in this team. A vacancy is shown where the name would be, and not repeated. */
export function TeamWarnings({ warnings }: { warnings: readonly WarningFragment[] }) {
  const shown = warnings.filter(({ code }) => code !== 'VACANCY' && code !== 'TEAM_WITHOUT_SCRUM_MASTER');
  if (shown.length === 0) return null;
  return (
    <ul className="team-warnings">
      {shown.map(({ code, people, teams }) => (
        <li key={`${code} ${people.map(({ id }) => id).join(' ')}`}>
          <TriangleAlert aria-hidden />
          <span>
            {WARNING_TITLES[code]}: {people.map(({ name }) => name).join(', ')}
            {teams.length > 0 && <span className="warnings__teams"> ({teams.map(({ name }) => name).join(', ')})</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
