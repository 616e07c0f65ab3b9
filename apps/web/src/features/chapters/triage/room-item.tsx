import { TRIAGE_REASON_TITLES } from '@chapterhouse/domain/chapters/triage-state';
import { Button } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { MessagesSquare } from 'lucide-react';
import { can } from '../../../platform/session/can';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { DotsStepper } from './dots-stepper';
import { ItemFacts } from './item-facts';
import { ItemPromises } from './item-promises';
import { ItemResult } from './item-result';
import { ResultForm } from './result-form';
import { openItems, type ShownItem, type ShownSession, titleOf } from './triage-items';
import type { Dots } from './use-dots';
import type { PersonHere } from './use-people-here';
import './room-item.css';

export type RoomItemProps = {
  session: ShownSession;
  item: ShownItem | null;
  /** Somebody looks at another one than is spoken about. */
  isPeek: boolean;
  /** It has ended, and nothing else is taken up yet. */
  isLast: boolean;
  dots: Dots;
  people: readonly PersonHere[];
  onBack: () => void;
};

/** What is spoken about: large, with what one must know, what is promised and how it ends. */
export function RoomItem({ session, item, isPeek, isLast, dots, people, onBack }: RoomItemProps) {
  const votes = can(session, 'triage:vote') && item !== null && item.result === null;
  return (
    <section
      className="triage-item"
      aria-label={isPeek ? 'Another item' : isLast ? 'Last discussed' : 'Under discussion'}
    >
      {isPeek && (
        <p className="triage-item__peek" role="note">
          {session.current ? 'You look at another item than everybody.' : 'Nothing is under discussion now.'}
          {session.current && (
            <Button size="sm" onClick={onBack}>
              Back to the discussion
            </Button>
          )}
        </p>
      )}
      {isLast && item && (
        <p className="triage-item__peek" role="note">
          {openItems(session.items).length === 0
            ? 'Every item has its result: the triage can end.'
            : 'This one is settled. The next item is not taken up yet.'}
        </p>
      )}
      {item ? (
        <>
          <header className="triage-item__head">
            <p className="triage-item__reason">
              {TRIAGE_REASON_TITLES[item.reason]} · {item.why}
            </p>
            <h2 className="triage-item__title">{titleOf(item)}</h2>
          </header>
          <div className="triage-item__dots">
            <DotsStepper item={item} dots={dots} may={votes} />
            {votes && <DotKeys item={item} dots={dots} perPerson={session.dotsPerPerson} />}
          </div>
          <ItemFacts item={item} />
          <ItemPromises session={session} item={item} people={people} />
          <Ending session={session} item={item} />
        </>
      ) : (
        <EmptyState icon={<MessagesSquare />} title="Nothing is under discussion yet">
          {can(session, 'triage:facilitate')
            ? 'Let everybody place their dots on the agenda, then take up the first item.'
            : `Place your dots on the agenda; ${session.facilitator.name} takes up the first item.`}
        </EmptyState>
      )}
    </section>
  );
}

/** `1` to `3` place so many dots on what is open here, `0` takes them back. */
function DotKeys({ item, dots, perPerson }: { item: ShownItem; dots: Dots; perPerson: number }) {
  return Array.from({ length: perPerson + 1 }, (_, count) => (
    <DotKey key={count} count={count} run={() => dots.set(item, count)} />
  ));
}

function DotKey({ count, run }: { count: number; run: () => void }) {
  const label = count === 0 ? 'Take your dots back' : `Place ${count} ${count === 1 ? 'dot' : 'dots'}`;
  useShortcut({ key: String(count), label, run });
  return null;
}

function Ending({ session, item }: { session: ShownSession; item: ShownItem }) {
  if (item.result !== null) return <ItemResult session={session} item={item} />;
  // Who owns it says how it ends while it is under discussion.
  const mayOwner = session.current?.id === item.id && can(session, 'triage:end-item');
  if (!can(session, 'triage:facilitate') && !mayOwner) return null;
  return <ResultForm key={item.id} item={item} />;
}
