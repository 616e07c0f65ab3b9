import { lastsOn } from '@chapterhouse/domain/organization/date-range';
import type { HeldAssignmentFragment } from '../../../generated/graphql';
import { useToday } from '../../../platform/dates/use-today';
import { Part } from '../layout/part';
import { AssignmentList } from '../roles/assignment-list';
import { byRole } from '../roles/role-order';

/** Everybody with a role in the team today, and who comes next. */
export function TeamMembers({ assignments }: { assignments: readonly HeldAssignmentFragment[] }) {
  const today = useToday();
  const present = assignments
    .filter(({ startsOn = null, endsBefore = null }) => lastsOn({ startsOn, endsBefore }, today))
    .toSorted(byRole);
  const coming = assignments.filter(({ startsOn }) => startsOn && startsOn > today).toSorted(byRole);
  const people = new Set(present.map(({ person }) => person.id)).size;
  return (
    <>
      <Part title="Members" count={people}>
        {present.length === 0 ? (
          <p className="part__none">Nobody has a role in this team today.</p>
        ) : (
          <AssignmentList label="Members" assignments={present} lead="person" />
        )}
      </Part>
      {coming.length > 0 && (
        <Part title="Coming" count={coming.length}>
          <AssignmentList label="Coming" assignments={coming} lead="person" />
        </Part>
      )}
    </>
  );
}
