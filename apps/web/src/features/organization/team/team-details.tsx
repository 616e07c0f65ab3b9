import { Button } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { UserPlus } from 'lucide-react';
import { Link } from 'react-router';
import type { TeamPageQuery } from '../../../generated/graphql';
import { MeetingsOf, RotasOfTeam } from '../../cadences/public';
import { ChaptersOfTeam } from '../../chapters/public';
import { PracticeOfTeam, RunsOfTeam } from '../../communities/public';
import { DecisionsAbout } from '../../decisions/public';
import { ItemsOfTeam } from '../../priorities/public';
import { TeamSprints } from '../../sprints/public';
import { Page } from '../../../platform/page/page';
import { can } from '../../../platform/session/can';
import { dayWords } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { useDialogs } from '../dialogs/use-dialogs';
import { OpenImpediments } from '../impediments/open-impediments';
import { Part } from '../layout/part';
import { Answer } from '../overview/answer';
import { TeamMenu } from '../overview/team-menu';
import { placeAnchor } from '../roles/scope-link';
import { RoleHistory } from './role-history';
import { TeamMembers } from './team-members';
import { TeamWarnings } from './team-warnings';
import './team.css';
import '../layout/links.css';

/** A team: who answers for it, who is in it, who was, and what stands in its way. */
export function TeamDetails({ team }: { team: TeamPageQuery['team'] }) {
  const show = useDialogs();
  const today = useToday();
  const { id, name, purpose, archivedOn, area, accountabilities, assignments, warnings } = team;
  const scope = { kind: 'TEAM', id, name } as const;
  return (
    <Page
      title={name}
      subtitle={
        <>
          Team of{' '}
          <Link className="quiet-link" to={`/organization#${placeAnchor(area.id)}`}>
            {area.name}
          </Link>{' '}
          in {area.product.name}
        </>
      }
      actions={
        <>
          {can(team, 'role:assign') && (
            <Button icon={<UserPlus aria-hidden />} onClick={() => show({ ask: 'assign-role', scope })}>
              Add somebody
            </Button>
          )}
          <TeamMenu team={team} area={area} />
        </>
      }
    >
      {archivedOn && (
        <ErrorNote
          tone="attention"
          title={`This team is archived ${archivedOn > today ? 'from' : 'since'} ${dayWords(archivedOn, today)}.`}
          next="Its history stays. Open it again from its menu."
        />
      )}
      <p className="page-lead">{purpose}</p>
      <div className="two-columns">
        <div className="two-columns__column">
          <Part title="Who answers today">
            <dl className="team-answers">
              {accountabilities.map((answer) => (
                <Answer key={answer.role} answer={answer} place={team} />
              ))}
            </dl>
            <TeamWarnings warnings={warnings} />
          </Part>
          <TeamMembers assignments={assignments} />
        </div>
        <div className="two-columns__column">
          <Part title="Open impediments">
            <OpenImpediments filter={{ teamId: id }} none="Nothing stands in this team’s way." />
            <ChaptersOfTeam teamId={id} />
          </Part>
          {archivedOn === null && (
            <Part title="Backlog">
              <ItemsOfTeam team={{ id, name }} area={area} productId={area.product.id} />
            </Part>
          )}
          <Part title="Decisions">
            <DecisionsAbout
              of={{ touchesId: id }}
              none="Nothing was decided in this team or about it."
              {...(archivedOn === null && { begun: { scope } })}
              feedOf={id}
            />
          </Part>
        </div>
      </div>
      <div className="team-work">
        <Part title="Meetings">
          <MeetingsOf scope={scope} none="Nothing is planned here yet." open={archivedOn === null} />
        </Part>
        <Part title="What it follows">
          <PracticeOfTeam teamId={id} />
          <RunsOfTeam teamId={id} />
        </Part>
        <Part title="Rotas">
          <RotasOfTeam team={{ id, name }} open={archivedOn === null} />
        </Part>
        <Part title="Sprints">
          <TeamSprints teamId={id} />
        </Part>
      </div>
      <RoleHistory assignments={assignments} />
    </Page>
  );
}
