import { Button } from '@chapterhouse/ui/button';
import { Kbd } from '@chapterhouse/ui/kbd';
import { SkipForward } from 'lucide-react';
import { can } from '../../../platform/session/can';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { RoomTimebox } from './room-timebox';
import { usualSeconds } from './timebox-choice';
import { nameOf, nextOf, type ShownSession } from './triage-items';
import { TAKE_UP_ITEM } from './triage.operations';
import { useTriageAct } from './use-triage-act';

export type RoomBarProps = { session: ShownSession; dotsLeft: number; connected: boolean };

/** The time, the own dots, and the way on: at hand wherever one is. */
export function RoomBar({ session, dotsLeft, connected }: RoomBarProps) {
  const { act, pending } = useTriageAct();
  const leads = can(session, 'triage:facilitate');
  const votes = can(session, 'triage:vote');
  const next = nextOf(session);
  const goOn = () => next && void act(TAKE_UP_ITEM, { itemId: next.id, seconds: usualSeconds() });
  useShortcut({ key: 'n', label: 'Take up the next item', when: leads && next !== null, run: goOn });
  return (
    <div className="triage-bar">
      <RoomTimebox session={session} connected={connected} />
      {votes && (
        <p className="triage-bar__dots">
          <strong>{dotsLeft}</strong> of your {session.dotsPerPerson} dots left
        </p>
      )}
      {leads && (
        <Button
          className="triage-bar__next"
          variant={session.current === null ? 'primary' : 'secondary'}
          icon={<SkipForward aria-hidden />}
          pending={pending}
          disabled={next === null}
          title={next ? nameOf(next) : undefined}
          onClick={goOn}
        >
          {session.items.some(({ result }) => result !== null) || session.current
            ? 'Next item'
            : 'Take up the first item'}{' '}
          <Kbd>n</Kbd>
        </Button>
      )}
    </div>
  );
}
