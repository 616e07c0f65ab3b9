import { Avatar } from '@chapterhouse/ui/avatar';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { Menu, MenuHeading, MenuItem, MenuSeparator } from '@chapterhouse/ui/menu';
import { notify } from '@chapterhouse/ui/toast';
import { Footprints, LogOut, MonitorX, RotateCcw, UserRound, Users } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { useCommand } from '../../platform/commands/use-command';
import { useAct } from '../../platform/refusals/use-act';
import { useSession, useViewer } from '../../platform/session/session-provider';
import { useStartTour } from '../tour/public';
import { END_OTHER_SESSIONS, SIGN_OUT } from './sign-out.operations';
import { useChangeOfPerson } from './use-change-of-person';

const ResetDemoDialog = lazy(async () => ({ default: (await import('./reset-demo-dialog')).ResetDemoDialog }));

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
  const [resetting, setResetting] = useState(false);
  const startTour = useStartTour();
  const openProfile = () => void navigate('/profile');
  const beSomebodyElse = () => void navigate('/demo');

  useCommand({ id: 'go:/profile', label: PROFILE, group: 'settings', keywords: 'me account', run: openProfile });
  useCommand({ id: 'demo:person', label: SOMEBODY_ELSE, group: 'settings', when: isDemo, run: beSomebodyElse });
  useCommand({ id: 'demo:reset', label: RESET, group: 'settings', when: isDemo, run: () => setResetting(true) });
  useCommand({ id: 'sessions', label: END_OTHERS, group: 'settings', run: () => void endOtherSessions() });
  useCommand({ id: 'sign-out', label: LEAVE, group: 'settings', keywords: 'log out', run: () => void leave() });

  return (
    <>
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
        <MenuItem icon={<UserRound aria-hidden />} onSelect={openProfile}>
          {PROFILE}
        </MenuItem>
        <MenuItem icon={<Footprints aria-hidden />} onSelect={startTour}>
          Take the tour
        </MenuItem>
        {isDemo && (
          <>
            <MenuSeparator />
            <MenuItem icon={<Users aria-hidden />} onSelect={beSomebodyElse}>
              {SOMEBODY_ELSE}
            </MenuItem>
            <MenuItem icon={<RotateCcw aria-hidden />} hint="As on its first day" onSelect={() => setResetting(true)}>
              {RESET}
            </MenuItem>
          </>
        )}
        <MenuSeparator />
        <MenuItem
          icon={<MonitorX aria-hidden />}
          hint="On every other browser and device"
          onSelect={() => void endOtherSessions()}
        >
          {END_OTHERS}
        </MenuItem>
        <MenuItem icon={<LogOut aria-hidden />} onSelect={() => void leave()}>
          {LEAVE}
        </MenuItem>
      </Menu>
      {resetting && (
        <Suspense>
          <ResetDemoDialog onClose={() => setResetting(false)} />
        </Suspense>
      )}
    </>
  );
}

/** One name for each, in the menu and in the command palette. */
const PROFILE = 'Profile and password';
const SOMEBODY_ELSE = 'Be somebody else in the demo';
const RESET = 'Reset the demo';
const END_OTHERS = 'End other sessions';
const LEAVE = 'Sign out';
