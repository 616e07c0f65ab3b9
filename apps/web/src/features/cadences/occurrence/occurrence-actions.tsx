import { IconButton } from '@chapterhouse/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@chapterhouse/ui/menu';
import { CalendarClock, CalendarX, Ellipsis, Link2, RotateCcw, SkipForward, SquarePen, UserRound } from 'lucide-react';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { copyLink } from '../../../platform/page/copy-text';
import { can } from '../../../platform/session/can';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { CancelDialog } from './cancel-dialog';
import { FacilitatorDialog } from './facilitator-dialog';
import { MoveDialog } from './move-dialog';
import { SkipDialog } from './skip-dialog';
import type { ShownOccurrence } from './use-occurrence';
import { useRestore } from './use-restore';

type Question = 'move' | 'cancel' | 'skip' | 'facilitator';
export type OccurrenceActionsProps = {
  occurrence: ShownOccurrence;
  /** It is no date of the series any more. */
  onGone: () => void;
};

/** What can be done to one date. */
export function OccurrenceActions({ occurrence, onGone }: OccurrenceActionsProps) {
  const { id, state, moved, cadence, originalStart } = occurrence;
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const [question, setQuestion] = useState<Question | null>(null);
  const restore = useRestore();
  const cancelled = state === 'CANCELLED';
  const mayMove = !cancelled && can(occurrence, 'occurrence:move');
  const mayCancel = !cancelled && can(occurrence, 'occurrence:cancel');
  const maySkip = !cancelled && can(occurrence, 'occurrence:skip');
  const mayRestore = (cancelled || moved) && can(occurrence, 'occurrence:restore');
  const mayEdit = !cancelled && can(cadence, 'cadence:edit');
  const mayName = !cancelled && can(occurrence, 'occurrence:set-facilitator');
  const edit = () =>
    void navigate(
      `/cadences/${encodeURIComponent(cadence.id)}/edit?${new URLSearchParams({ at: originalStart, of: id })}`,
      {
        state: { from: pathname + search },
      },
    );
  const close = () => setQuestion(null);
  useShortcut({ key: 'm', label: 'Move this date', when: mayMove, run: () => setQuestion('move') });
  useShortcut({ key: 'e', label: 'Change this meeting', when: mayEdit, run: edit });
  return (
    <>
      <Menu
        align="end"
        trigger={<IconButton size="sm" label="What to do with this date" icon={<Ellipsis aria-hidden />} />}
      >
        {mayMove && (
          <MenuItem icon={<CalendarClock aria-hidden />} shortcut="m" onSelect={() => setQuestion('move')}>
            Move this date…
          </MenuItem>
        )}
        {mayName && (
          <MenuItem icon={<UserRound aria-hidden />} onSelect={() => setQuestion('facilitator')}>
            Who facilitates…
          </MenuItem>
        )}
        {mayEdit && (
          <MenuItem
            icon={<SquarePen aria-hidden />}
            shortcut="e"
            hint="This one, this and all after it, or the whole series."
            onSelect={edit}
          >
            Change…
          </MenuItem>
        )}
        {mayRestore && (
          <MenuItem icon={<RotateCcw aria-hidden />} onSelect={() => void restore(occurrence)}>
            {cancelled ? 'Let it take place after all' : 'Put it back to its usual time'}
          </MenuItem>
        )}
        <MenuItem
          icon={<Link2 aria-hidden />}
          onSelect={() => void copyLink(`/calendar/${encodeURIComponent(id)}/page`, 'this date')}
        >
          Copy link
        </MenuItem>
        {(mayCancel || maySkip) && <MenuSeparator />}
        {maySkip && (
          <MenuItem
            icon={<SkipForward aria-hidden />}
            hint="Taken out without a trace."
            onSelect={() => setQuestion('skip')}
          >
            Skip this date…
          </MenuItem>
        )}
        {mayCancel && (
          <MenuItem
            icon={<CalendarX aria-hidden />}
            tone="danger"
            hint="It stays, cancelled; everybody invited hears why."
            onSelect={() => setQuestion('cancel')}
          >
            Cancel this date…
          </MenuItem>
        )}
      </Menu>
      {question === 'move' && <MoveDialog occurrence={occurrence} onClose={close} />}
      {question === 'cancel' && <CancelDialog occurrence={occurrence} onClose={close} />}
      {question === 'skip' && <SkipDialog occurrence={occurrence} onClose={close} onSkipped={onGone} />}
      {question === 'facilitator' && <FacilitatorDialog occurrence={occurrence} onClose={close} />}
    </>
  );
}
