import { Segments } from '@chapterhouse/ui/segments';
import { useState } from 'react';
import { Link } from 'react-router';
import { Page } from '../../../platform/page/page';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { Moment } from '../../impediments/public';
import { ConnectionState } from './connection-state';
import { RoomActions } from './room-actions';
import { RoomAgenda } from './room-agenda';
import { RoomBar } from './room-bar';
import { RoomItem } from './room-item';
import { TakeOver } from './take-over';
import { currentOf, lastOf, openItems, type ShownSession } from './triage-items';
import { useDots } from './use-dots';
import { useJoin } from './use-join';
import { usePeopleHere } from './use-people-here';
import { useTriageNews } from './use-triage-news';
import './triage-room.css';

/** What a phone shows of it. */
type Part = 'item' | 'agenda';

/** The session while it runs: the agenda on one side, on the other what is spoken about. */
export function TriageRoom({ session, connected }: { session: ShownSession; connected: boolean }) {
  const current = currentOf(session);
  const [looking, setLooking] = useState<{ id: string; during: string | undefined } | null>(null);
  const [part, setPart] = useState<Part | null>(null);
  const dots = useDots(session);
  const people = usePeopleHere(session);
  useJoin(session, connected);
  useTriageNews(session);

  // Who looked at another item comes along when everybody goes on.
  const peeked = looking?.during === current?.id ? session.items.find(({ id }) => id === looking?.id) : undefined;
  const shown = peeked ?? current ?? lastOf(session);
  const look = (id: string | null) => {
    setLooking(id === null ? null : { id, during: current?.id });
    setPart('item');
  };
  const step = (by: 1 | -1) => {
    const at = session.items.findIndex(({ id }) => id === shown?.id);
    const next = at === -1 ? session.items[0] : session.items[at + by];
    if (next) look(next.id === current?.id ? null : next.id);
  };
  useShortcut({ key: 'j', label: 'Look at the next item', run: () => step(1) });
  useShortcut({ key: 'k', label: 'Look at the item before', run: () => step(-1) });

  const shownPart = part ?? (shown ? 'item' : 'agenda');
  const done = session.items.length - openItems(session.items).length;
  return (
    <Page
      title={`Triage of ${session.chapter.name}`}
      subtitle={
        <>
          <Link to={`/chapters/${session.chapter.id}`}>{session.chapter.scope.name}</Link> · began{' '}
          <Moment at={session.startedAt} /> · {session.facilitator.name} facilitates
        </>
      }
      actions={<RoomActions session={session} people={people} />}
    >
      <div className="triage">
        <ConnectionState connected={connected} />
        <TakeOver session={session} people={people} />
        <RoomBar session={session} dotsLeft={dots.left} connected={connected} />
        <div className="triage__parts">
          <Segments
            label="Shown"
            value={shownPart}
            onChange={setPart}
            options={[
              { value: 'item', label: 'Item' },
              { value: 'agenda', label: `Agenda, ${done} of ${session.items.length} done` },
            ]}
          />
        </div>
        <div className="triage__room" data-shown={shownPart}>
          <RoomAgenda session={session} dots={dots} shownId={shown?.id} onLook={look} />
          <RoomItem
            session={session}
            item={shown}
            isPeek={peeked !== undefined && peeked.id !== current?.id}
            isLast={current === null && peeked === undefined}
            dots={dots}
            people={people}
            onBack={() => look(null)}
          />
        </div>
      </div>
    </Page>
  );
}
