import { Button } from '@chapterhouse/ui/button';
import { placeAnchor } from '../roles/scope-link';
import { useDialogs } from '../dialogs/use-dialogs';
import { Answer } from './answer';
import type { OverviewOrganization } from './overview-types';
import { PeopleCell } from './people-cell';

/** Who has a role for all of it: coaches, administrators, the Scrum of Scrums Master of the whole. */
export function WholeOrganization({ organization }: { organization: OverviewOrganization }) {
  const show = useDialogs();
  const { id, name, accountabilities, assignments, viewerCan } = organization;
  const holding = (wanted: string) => assignments.filter(({ role }) => role === wanted).map(({ person }) => person);
  const coaches = holding('AGILE_COACH');
  const administrators = holding('ADMINISTRATOR');
  return (
    <section className="product-section" aria-label="The whole organization">
      <div className="product-section__head" id={placeAnchor(id)} tabIndex={-1}>
        <h2>The whole organization</h2>
        <dl className="product-section__answers">
          {accountabilities.map((answer) => (
            <Answer key={answer.role} answer={answer} place={organization} />
          ))}
          <PeopleCell label={coaches.length === 1 ? 'Agile Coach' : 'Agile Coaches'} people={coaches} />
          <PeopleCell
            label={administrators.length === 1 ? 'Administrator' : 'Administrators'}
            people={administrators}
          />
          <PeopleCell label="Executive Action Team" people={holding('EXECUTIVE_ACTION_TEAM')} />
        </dl>
        <div className="overview__menu">
          <Button
            size="sm"
            variant="ghost"
            onClick={() => show({ ask: 'scope-roles', scope: { kind: 'ORGANIZATION', id, name }, viewerCan })}
          >
            Roles
          </Button>
        </div>
      </div>
    </section>
  );
}
