import { TRIAGE_ROLES } from '@chapterhouse/domain/impediments/impediment-policy';
import { ROLE_TITLES } from '@chapterhouse/domain/organization/role';
import { Part } from '../layout/part';

const anyOf = new Intl.ListFormat('en', { type: 'disjunction' });
const WHO = anyOf.format(TRIAGE_ROLES.map((role) => ROLE_TITLES[role]));

/** Who may do what to a level and a clock, and what an edit of the ladder leaves alone. */
export function LadderPeople() {
  return (
    <Part title="How clocks run">
      <dl className="ladder__rules">
        <dt>When it begins</dt>
        <dd>
          When an impediment is raised, comes to another level, up or down, or is reopened. It runs in the hours of the
          working calendar, and ends when the impediment is resolved, declined or a duplicate.
        </dd>
        <dt>Another level</dt>
        <dd>A {WHO} takes an impediment up or down, and says why. The top level is asked by an escalation brief.</dd>
        <dt>Pausing</dt>
        <dd>
          They, and the owner, pause a clock that has not run out, and say why; it shows on the card. Nobody is reminded
          meanwhile, and time alone takes the impediment nowhere.
        </dd>
        <dt>By itself</dt>
        <dd>
          Within a minute or so of its hours being over, once, and also when nobody is signed in. The activity of the
          impediment says so.
        </dd>
        <dt>Another ladder</dt>
        <dd>
          Clocks that run keep their hours, their reminder and whether they go up by themselves: nothing is overdue that
          was in time a moment ago. For the new terms, take an impediment to another level and back.
        </dd>
      </dl>
    </Part>
  );
}
