import { Button, buttonLook } from '@chapterhouse/ui/button';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { Menu, MenuItem } from '@chapterhouse/ui/menu';
import { MoreHorizontal, Projector } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { can } from '../../../platform/session/can';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { EndDialog } from './end-dialog';
import { HandOverDialog } from './hand-over-dialog';
import { PeopleHere } from './people-here';
import { QuestionsPopover } from './questions-popover';
import type { ShownSession } from './triage-items';
import type { PersonHere } from './use-people-here';

/** Who is here, and what can be done with the session as a whole. */
export function RoomActions({ session, people }: { session: ShownSession; people: readonly PersonHere[] }) {
  const [open, setOpen] = useState<'hand-over' | 'end' | null>(null);
  const navigate = useNavigate();
  const leads = can(session, 'triage:facilitate');
  const mayHandOver = can(session, 'triage:hand-over');
  const address = `/triage/${session.id}/projector`;
  const close = () => setOpen(null);
  useShortcut({ key: 'p', label: 'Show on a projector', run: () => void navigate(address) });
  return (
    <>
      <PeopleHere people={people} />
      {leads && <QuestionsPopover />}
      <Link className={buttonLook({ variant: 'ghost' })} to={address}>
        <Projector aria-hidden />
        Projector
      </Link>
      {leads && <Button onClick={() => setOpen('end')}>End the triage …</Button>}
      {mayHandOver && (
        <Menu align="end" trigger={<IconButton label="More of this triage" icon={<MoreHorizontal aria-hidden />} />}>
          <MenuItem onSelect={() => setOpen('hand-over')}>Hand over the facilitation …</MenuItem>
        </Menu>
      )}
      {open === 'hand-over' && <HandOverDialog session={session} people={people} onClose={close} />}
      {open === 'end' && <EndDialog session={session} onClose={close} />}
    </>
  );
}
