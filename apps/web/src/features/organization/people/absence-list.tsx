import { Button } from '@chapterhouse/ui/button';
import { useState } from 'react';
import type { PersonPageQuery } from '../../../generated/graphql';
import { useToday } from '../../../platform/dates/use-today';
import { AbsenceLine } from './absence-line';

export type AbsenceListProps = { absences: PersonPageQuery['person']['absences'] };

/** Present and coming absences; the past on demand. */
export function AbsenceList({ absences }: AbsenceListProps) {
  const today = useToday();
  const [all, setAll] = useState(false);
  const ordered = absences.toSorted((one, other) => one.startsOn.localeCompare(other.startsOn));
  const past = ordered.filter(({ endsBefore }) => endsBefore <= today);
  const shown = all ? ordered : ordered.filter(({ endsBefore }) => endsBefore > today);
  return (
    <>
      {shown.length === 0 && <p className="part__none">No absence now or ahead.</p>}
      <ul className="absences">
        {shown.map((absence) => (
          <AbsenceLine key={absence.id} absence={absence} />
        ))}
      </ul>
      {past.length > 0 && (
        <Button size="sm" variant="ghost" onClick={() => setAll(!all)}>
          {all ? 'Hide past absences' : `Show ${past.length} past`}
        </Button>
      )}
    </>
  );
}
