import { Button } from '@chapterhouse/ui/button';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { Menu, MenuItem } from '@chapterhouse/ui/menu';
import { notify } from '@chapterhouse/ui/toast';
import { DoorClosed, DoorOpen, Ellipsis, LogOut, Pencil, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { can } from '../../../platform/session/can';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { CloseCommunityDialog } from './close-community-dialog';
import { JOIN_COMMUNITY, LEAVE_COMMUNITY, REOPEN_COMMUNITY } from './community.operations';
import { EditCommunityDialog } from './community-dialog';
import type { ShownCommunity } from './community-page';

/** Coming, going, and what its facilitators do with the whole of it. */
export function CommunityActions({ community }: { community: ShownCommunity }) {
  const { id, name, version } = community;
  const [dialog, setDialog] = useState<'edit' | 'close' | null>(null);
  const join = useShownAct(JOIN_COMMUNITY);
  const leave = useShownAct(LEAVE_COMMUNITY);
  const reopen = useShownAct(REOPEN_COMMUNITY);
  const joins = can(community, 'community:join');
  const enter = async () => {
    if (await join.act({ id, idempotencyKey: join.key() })) notify({ title: `You are in ${name}.` });
  };
  const go = async () => {
    if ((await leave.act({ id, idempotencyKey: leave.key() })) === null) return;
    notify({ title: `You left ${name}.`, action: { label: 'Join again', onSelect: () => void enter() } });
  };
  const open = async () => {
    if (await reopen.act({ id, version, idempotencyKey: reopen.key() })) notify({ title: `${name} is open again.` });
  };
  useShortcut({ key: 'j', label: `Join ${name}`, when: joins, run: () => void enter() });
  const [edits, closes] = [can(community, 'community:edit'), can(community, 'community:close')];
  const leaves = can(community, 'community:leave');
  return (
    <>
      <RefusalNote refusal={join.refusal ?? leave.refusal ?? reopen.refusal} />
      {joins && (
        <Button variant="primary" icon={<UserPlus aria-hidden />} pending={join.pending} onClick={() => void enter()}>
          Join
        </Button>
      )}
      {can(community, 'community:reopen') && (
        <Button icon={<DoorOpen aria-hidden />} pending={reopen.pending} onClick={() => void open()}>
          Open it again
        </Button>
      )}
      {(edits || closes || leaves) && (
        <Menu align="end" trigger={<IconButton label={`More of ${name}`} icon={<Ellipsis aria-hidden />} />}>
          {edits && (
            <MenuItem icon={<Pencil aria-hidden />} onSelect={() => setDialog('edit')}>
              Edit name, purpose, topics …
            </MenuItem>
          )}
          {leaves && (
            <MenuItem icon={<LogOut aria-hidden />} onSelect={() => void go()}>
              Leave
            </MenuItem>
          )}
          {closes && (
            <MenuItem icon={<DoorClosed aria-hidden />} tone="danger" onSelect={() => setDialog('close')}>
              Close it …
            </MenuItem>
          )}
        </Menu>
      )}
      {dialog === 'edit' && <EditCommunityDialog community={community} onClose={() => setDialog(null)} />}
      {dialog === 'close' && <CloseCommunityDialog community={community} onClose={() => setDialog(null)} />}
    </>
  );
}
