import { IconButton } from '@chapterhouse/ui/icon-button';
import { notify } from '@chapterhouse/ui/toast';
import { X } from 'lucide-react';
import { useEffect } from 'react';
import type { PersonPageQuery } from '../../../generated/graphql';
import { can } from '../../../platform/session/can';
import { rangeWords } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { useChange } from '../dialogs/use-change';
import { REMOVE_ABSENCE } from './people.operations';
import './absences.css';

export type AbsenceLineProps = { absence: PersonPageQuery['person']['absences'][number] };

/** One absence, to remove where one may. */
export function AbsenceLine({ absence }: AbsenceLineProps) {
  const today = useToday();
  const { id, startsOn, endsBefore, note, version } = absence;
  const { act, refusal, key } = useChange(REMOVE_ABSENCE);
  const words = rangeWords({ startsOn, endsBefore }, today);
  useEffect(() => {
    if (refusal) notify({ title: refusal.title, detail: refusal.next, tone: 'problem' });
  }, [refusal]);
  const remove = async () => {
    if (await act({ id, version, idempotencyKey: key() })) notify({ title: `The absence ${words} is removed.` });
  };
  return (
    <li className="absences__line">
      <span>{words}</span>
      <span className="absences__note">{note}</span>
      {can(absence, 'absence:remove') && (
        <IconButton
          size="sm"
          label={`Remove the absence ${words}`}
          icon={<X aria-hidden />}
          onClick={() => void remove()}
        />
      )}
    </li>
  );
}
