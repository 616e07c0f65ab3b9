import type { Role } from '@chapterhouse/domain/organization/role';
import { Link } from 'react-router';
import { useToday } from '../../../platform/dates/use-today';
import { dayWords } from '../../../platform/dates/day-words';
import { Answer } from './answer';
import type { OverviewArea, OverviewTeam } from './overview-types';
import { TeamMenu } from './team-menu';

export type TeamRowProps = { team: OverviewTeam; area: OverviewArea };

/** The columns of a team, in this order. */
const COLUMNS: readonly Role[] = ['PRODUCT_OWNER', 'SCRUM_MASTER'];

/** One line: the team, who answers for it, how many develop in it. */
export function TeamRow({ team, area }: TeamRowProps) {
  const today = useToday();
  const developers = team.assignments.filter(({ role }) => role === 'DEVELOPER').length;
  return (
    <li className="team-row">
      <div className="team-row__team">
        <Link className="team-row__name" to={`/teams/${team.id}`}>
          {team.name}
        </Link>
        {team.archivedOn && <span className="place-tag">archived {dayWords(team.archivedOn, today)}</span>}
      </div>
      <dl className="team-row__answers">
        {COLUMNS.map((role) => {
          const answer = team.accountabilities.find((one) => one.role === role);
          return answer ? <Answer key={role} answer={answer} place={team} /> : <div key={role} />;
        })}
        <div className="answer team-row__developers">
          <dt className="answer__role">Developers</dt>
          <dd className="ch-number">{developers === 0 ? <span className="team-row__none">none</span> : developers}</dd>
        </div>
      </dl>
      <div className="overview__menu">
        <TeamMenu team={team} area={area} />
      </div>
    </li>
  );
}
