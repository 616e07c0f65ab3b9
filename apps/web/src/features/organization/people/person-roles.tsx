import { lastsOn } from '@chapterhouse/domain/organization/date-range';
import { Button } from '@chapterhouse/ui/button';
import { useState } from 'react';
import type { HeldAssignmentFragment } from '../../../generated/graphql';
import { useToday } from '../../../platform/dates/use-today';
import { Part } from '../layout/part';
import { AssignmentList } from '../roles/assignment-list';
import { byRole } from '../roles/role-order';

/** Past roles shown before one has to ask for the rest. */
const SHOWN = 8;

/** What somebody answers for today, what comes, and what was. */
export function PersonRoles({ assignments }: { assignments: readonly HeldAssignmentFragment[] }) {
  const today = useToday();
  const [all, setAll] = useState(false);
  const present = assignments
    .filter(({ startsOn = null, endsBefore = null }) => lastsOn({ startsOn, endsBefore }, today))
    .toSorted(byRole);
  const coming = assignments.filter(({ startsOn }) => startsOn && startsOn > today).toSorted(byRole);
  const past = assignments
    .filter(({ endsBefore }) => endsBefore && endsBefore <= today)
    .toSorted((one, other) => (other.endsBefore ?? '').localeCompare(one.endsBefore ?? ''));
  return (
    <>
      <Part title="Roles today" count={present.length}>
        {present.length === 0 ? (
          <p className="part__none">No role today.</p>
        ) : (
          <AssignmentList label="Roles today" assignments={present} lead="role" />
        )}
      </Part>
      {coming.length > 0 && (
        <Part title="Coming" count={coming.length}>
          <AssignmentList label="Coming" assignments={coming} lead="role" />
        </Part>
      )}
      {past.length > 0 && (
        <Part title="Before" count={past.length}>
          <AssignmentList label="Before" assignments={all ? past : past.slice(0, SHOWN)} lead="role" />
          {past.length > SHOWN && (
            <Button size="sm" variant="ghost" onClick={() => setAll(!all)}>
              {all ? 'Show less' : `Show all ${past.length}`}
            </Button>
          )}
        </Part>
      )}
    </>
  );
}
