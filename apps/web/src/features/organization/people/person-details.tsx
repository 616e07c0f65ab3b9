import { Button } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { CalendarOff, Plus } from 'lucide-react';
import type { PersonPageQuery } from '../../../generated/graphql';
import { CommunitiesOfPerson } from '../../communities/public';
import { DecisionsAbout } from '../../decisions/public';
import { Page } from '../../../platform/page/page';
import { can } from '../../../platform/session/can';
import { useViewer } from '../../../platform/session/session-provider';
import { momentWords } from '../../../platform/dates/day-words';
import { useDialogs } from '../dialogs/use-dialogs';
import { OpenImpediments } from '../impediments/open-impediments';
import { Part } from '../layout/part';
import { AbsenceList } from './absence-list';
import { PersonAccount } from './person-account';
import { PersonMenu } from './person-menu';
import { PersonRoles } from './person-roles';
import { absentUntil } from './absent-until';
import { useToday } from '../../../platform/dates/use-today';
import './people.css';

/** A person: roles now, to come and past; absences; the account; impediments they own. */
export function PersonDetails({ person }: { person: PersonPageQuery['person'] }) {
  const show = useDialogs();
  const today = useToday();
  const { timeZone } = useViewer().organization;
  const { id, name, email, assignments, absences, deactivatedAt } = person;
  const away = absentUntil(absences, today);
  return (
    <Page
      title={name}
      subtitle={[email, away].filter(Boolean).join(' · ')}
      actions={
        <>
          {can(person, 'role:assign') && (
            <Button icon={<Plus aria-hidden />} onClick={() => show({ ask: 'assign-role', person: { id, name } })}>
              Assign a role
            </Button>
          )}
          <PersonMenu person={person} />
        </>
      }
    >
      {deactivatedAt && (
        <ErrorNote
          tone="attention"
          title={`Deactivated on ${momentWords(deactivatedAt, timeZone)}.`}
          next="They cannot sign in and hold no roles. What they did stays on the record."
        />
      )}
      <div className="two-columns">
        <div className="two-columns__column">
          <PersonRoles assignments={assignments} />
        </div>
        <div className="two-columns__column">
          <Part title="Open impediments owned">
            <OpenImpediments filter={{ ownerId: id }} none={`${name} owns no open impediment.`} />
          </Part>
          <Part title="Decisions">
            <DecisionsAbout of={{ personId: id }} none={`${name} took part in no decision yet.`} />
          </Part>
          <Part title="Communities">
            <CommunitiesOfPerson person={{ id, name }} />
          </Part>
          <Part
            title="Absences"
            action={
              can(person, 'absence:record') && (
                <Button
                  size="sm"
                  icon={<CalendarOff aria-hidden />}
                  onClick={() => show({ ask: 'absence', person: { id, name } })}
                >
                  Record absence
                </Button>
              )
            }
          >
            <AbsenceList absences={absences} />
          </Part>
          <PersonAccount person={person} />
        </div>
      </div>
    </Page>
  );
}
