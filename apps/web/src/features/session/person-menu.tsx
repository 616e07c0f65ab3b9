import { Avatar } from '@chapterhouse/ui/avatar';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { Menu, MenuHeading, MenuItem, MenuSeparator } from '@chapterhouse/ui/menu';
import { notify } from '@chapterhouse/ui/toast';
import { LogOut, MonitorX, UserRound, Users } from 'lucide-react';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { useAct } from '../../platform/refusals/use-act';
import { useSession, useViewer } from '../../platform/session/session-provider';
import { END_OTHER_SESSIONS, SIGN_OUT } from './sign-out.operations';
import { useChangeOfPerson } from './use-change-of-person';

/** Who is signed in, and the ways out. */
export function PersonMenu() {
  const { person, organization } = useViewer();
  const session = useSession();
  const navigate = useNavigate();
  const changePerson = useChangeOfPerson();
  const signOut = useAct(SIGN_OUT);
  const endOthers = useAct(END_OTHER_SESSIONS);
  const refusal = signOut.refusal ?? endOthers.refusal;
  useEffect(() => {
    if (refusal) notify({ title: refusal.title, detail: refusal.next, tone: 'problem' });
  }, [refusal]);

  const leave = async () => {
    if ((await signOut.act({})) === null) return;
    await navigate('/sign-in');
    await changePerson();
  };
  const endOtherSessions = async () => {
    if (await endOthers.act({})) notify({ title: 'Your other sessions are ended.' });
  };
  const isDemo = organization.demo && session.status === 'known' && session.instance.demoAvailable;

  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          className="shell__person"
          label={`${person.name}: profile and sign-out`}
          icon={<Avatar name={person.name} decorative />}
        />
      }
    >
      <MenuHeading>{person.name}</MenuHeading>
      <MenuItem icon={<UserRound aria-hidden />} onSelect={() => void navigate('/profile')}>
        Profile and password
      </MenuItem>
      {isDemo && (
        <MenuItem icon={<Users aria-hidden />} onSelect={() => void navigate('/demo')}>
          Be somebody else in the demo
        </MenuItem>
      )}
      <MenuItem
        icon={<MonitorX aria-hidden />}
        hint="On every other browser and device"
        onSelect={() => void endOtherSessions()}
      >
        End other sessions
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<LogOut aria-hidden />} onSelect={() => void leave()}>
        Sign out
      </MenuItem>
    </Menu>
  );
}
