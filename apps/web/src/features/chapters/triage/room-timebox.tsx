import { Button } from '@chapterhouse/ui/button';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { Menu, MenuItem } from '@chapterhouse/ui/menu';
import { Pause, Play, Timer } from 'lucide-react';
import { can } from '../../../platform/session/can';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { keepUsualMinutes, TIMEBOX_MINUTES, usualSeconds } from './timebox-choice';
import { TimeboxClock } from './timebox-clock';
import type { ShownSession } from './triage-items';
import { PAUSE_TIMEBOX, RESUME_TIMEBOX, START_TIMEBOX } from './triage.operations';
import { useTimebox } from './use-timebox';
import { useTriageAct } from './use-triage-act';

/** What is left of the time for this item, for everybody the same; who leads starts it and makes it stand. */
export function RoomTimebox({ session, connected }: { session: ShownSession; connected: boolean }) {
  const look = useTimebox(session);
  const { act, pending } = useTriageAct();
  const leads = can(session, 'triage:facilitate');
  const sessionId = session.id;
  const start = (seconds: number) => void act(START_TIMEBOX, { sessionId, seconds });
  const turn = () => {
    if (!look) return start(usualSeconds());
    void act(look.running ? PAUSE_TIMEBOX : RESUME_TIMEBOX, { sessionId });
  };
  const turnWords = !look ? 'Start the timebox' : look.running ? 'Pause the timebox' : 'Let the timebox go on';
  useShortcut({ key: 't', label: turnWords, when: leads, run: turn });
  return (
    <div className="triage-time">
      <TimeboxClock look={look} connected={connected} />
      {leads && look && (
        <IconButton
          label={turnWords}
          shortcut="t"
          variant="secondary"
          disabled={pending}
          icon={look.running ? <Pause aria-hidden /> : <Play aria-hidden />}
          onClick={turn}
        />
      )}
      {leads && (
        <Menu
          trigger={
            <Button variant="ghost" icon={<Timer aria-hidden />}>
              {look ? 'Again' : 'Timebox'}
            </Button>
          }
        >
          {TIMEBOX_MINUTES.map((minutes) => (
            <MenuItem
              key={minutes}
              onSelect={() => {
                keepUsualMinutes(minutes);
                start(minutes * 60);
              }}
            >
              {minutes} {minutes === 1 ? 'minute' : 'minutes'}
            </MenuItem>
          ))}
        </Menu>
      )}
    </div>
  );
}
