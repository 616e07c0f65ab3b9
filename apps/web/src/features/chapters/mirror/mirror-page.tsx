import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Table } from '@chapterhouse/ui/table';
import { Lock, UserRound } from 'lucide-react';
import { Link } from 'react-router';
import type { MyFacilitationQuery } from '../../../generated/graphql';
import { rangeWords } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { Page } from '../../../platform/page/page';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { plural } from '../../impediments/public';
import { MirrorChart } from './mirror-chart';
import { MY_FACILITATION } from './mirror.operations';
import { mirrorWords } from './mirror-words';
import './mirror-page.css';

export type TeamMirror = MyFacilitationQuery['myFacilitation']['teams'][number];

/** `/mirror`: how much of the meetings a Scrum Master leads, for their own eyes. */
export function MirrorPage() {
  const { data, error, loading, refetch } = useQuery(MY_FACILITATION, { fetchPolicy: 'cache-and-network' });
  const today = useToday();
  const mirror = data?.myFacilitation;
  return (
    <Page
      title="Mirror"
      width="narrow"
      subtitle={
        mirror &&
        `Meetings of your teams, ${rangeWords({ startsOn: mirror.from, endsBefore: mirror.endsBefore }, today)}`
      }
    >
      <p className="mirror__own">
        <Lock aria-hidden />
        Only you see this page. Nobody else is told these numbers, and none are kept of them.
      </p>
      {!mirror && loading && <Skeleton lines={6} label="Counting" />}
      {!mirror && error && (
        <RefusalNote
          refusal={shownRefusal(error)}
          action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
        />
      )}
      {mirror?.teams.length === 0 && (
        <EmptyState icon={<UserRound />} title="Nothing to mirror">
          Who is a Scrum Master of a team sees here how many of its meetings they lead themselves, and how many others
          do. A team that leads its own meetings needs its Scrum Master for other things.
        </EmptyState>
      )}
      {mirror && mirror.teams.length > 0 && (
        <div className="mirror">
          {mirror.teams.map((one) => (
            <TeamPart key={one.team.id} mirror={one} />
          ))}
        </div>
      )}
    </Page>
  );
}

function TeamPart({ mirror }: { mirror: TeamMirror }) {
  const { team, held, facilitatedByMe, facilitatedByOthers, months } = mirror;
  return (
    <section className="mirror__team" aria-label={team.name}>
      <h2>
        <Link to={`/teams/${team.id}`}>{team.name}</Link>
      </h2>
      <p>{mirrorWords(mirror)}</p>
      {held > 0 && (
        <>
          <dl className="mirror__figures">
            <div>
              <dt>Held</dt>
              <dd>{held}</dd>
            </div>
            <div>
              <dt>Led by you</dt>
              <dd>{facilitatedByMe}</dd>
            </div>
            <div>
              <dt>Led by others</dt>
              <dd>{facilitatedByOthers}</dd>
            </div>
          </dl>
          <MirrorChart team={team.name} months={months} />
          <details>
            <summary>The same as a table</summary>
            <Table caption={`Meetings of ${team.name} by month, the latest first`}>
              <thead>
                <tr>
                  <th scope="col">Month</th>
                  <th scope="col" className="ch-number">
                    Held
                  </th>
                  <th scope="col" className="ch-number">
                    Led by you
                  </th>
                </tr>
              </thead>
              <tbody>
                {months.toReversed().map((one) => (
                  <tr key={one.month}>
                    <th scope="row">{one.month}</th>
                    <td className="ch-number">{one.held}</td>
                    <td className="ch-number">{one.facilitatedByMe}</td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </details>
        </>
      )}
      {held === 0 && <p className="mirror__none">{plural(0, 'meeting')} with a facilitator in this time.</p>}
    </section>
  );
}
