import { TRIAGE_REASON_TITLES } from '@chapterhouse/domain/chapters/triage-state';
import { Button } from '@chapterhouse/ui/button';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { Menu, MenuItem } from '@chapterhouse/ui/menu';
import { MessageCircle, MoreHorizontal, Plus } from 'lucide-react';
import { useState } from 'react';
import { can } from '../../../platform/session/can';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { plural } from '../../impediments/public';
import { AddItemDialog } from './add-item-dialog';
import { DotsStepper } from './dots-stepper';
import { ResultBadge } from './result-badge';
import { usualSeconds } from './timebox-choice';
import { mostWanted, openItems, type ShownItem, type ShownSession, titleOf } from './triage-items';
import { MOVE_TRIAGE_ITEM, TAKE_UP_ITEM } from './triage.operations';
import type { Dots } from './use-dots';
import { type TriageAct, useTriageAct } from './use-triage-act';
import './room-agenda.css';

export type RoomAgendaProps = {
  session: ShownSession;
  dots: Dots;
  /** The one that is open beside it. */
  shownId: string | undefined;
  onLook: (id: string) => void;
};

/** Everything that is to be spoken about, in its order, with what came of it and what people want most. */
export function RoomAgenda({ session, dots, shownId, onLook }: RoomAgendaProps) {
  const { items } = session;
  const [adding, setAdding] = useState(false);
  const acts = useTriageAct();
  const mayAdd = can(session, 'triage:add-item');
  const wanted = mostWanted(items);
  useShortcut({ key: 'i', label: 'Add an impediment to the agenda', when: mayAdd, run: () => setAdding(true) });
  return (
    <section className="agenda" aria-label="Agenda">
      <header className="agenda__head">
        <h2>Agenda</h2>
        <span>
          {plural(openItems(items).length, 'item')} of {items.length} open
        </span>
        {mayAdd && (
          <Button size="sm" variant="ghost" icon={<Plus aria-hidden />} onClick={() => setAdding(true)}>
            Add
          </Button>
        )}
      </header>
      {items.length === 0 && (
        <p className="agenda__none">
          Nothing is waiting: no clock has run out, nothing new is shared by several teams. Add what you want to speak
          about, or end early.
        </p>
      )}
      <ol className="agenda__items">
        {items.map((item, index) => (
          <AgendaItem
            key={item.id}
            item={item}
            // A heading where another reason begins.
            heading={items[index - 1]?.reason !== item.reason}
            session={session}
            dots={dots}
            shown={item.id === shownId}
            wanted={item.id === wanted?.id}
            acts={acts}
            onLook={() => onLook(item.id)}
          />
        ))}
      </ol>
      {adding && <AddItemDialog session={session} onClose={() => setAdding(false)} />}
    </section>
  );
}

type AgendaItemProps = {
  item: ShownItem;
  heading: boolean;
  session: ShownSession;
  dots: Dots;
  shown: boolean;
  wanted: boolean;
  acts: TriageAct;
  onLook: () => void;
};

function AgendaItem({ item, heading, session, dots, shown, wanted, acts, onLook }: AgendaItemProps) {
  const { impediment, reason, result } = item;
  const current = item.id === session.current?.id;
  return (
    <li>
      {heading && <p className="agenda__reason">{TRIAGE_REASON_TITLES[reason]}</p>}
      <div className="agenda__item" data-shown={shown || undefined} data-ended={result !== null || undefined}>
        <span className="agenda__mark">
          {current ? <MessageCircle aria-hidden /> : <ResultBadge result={result} labelHidden />}
        </span>
        <button type="button" className="agenda__look" aria-current={current ? 'step' : undefined} onClick={onLook}>
          {impediment && <span className="agenda__key">{impediment.key}</span>} {titleOf(item)}
          {current && <span className="agenda__what">Under discussion</span>}
          {!current && wanted && <span className="agenda__what">Most dots</span>}
        </button>
        <DotsStepper item={item} dots={dots} may={result === null && can(session, 'triage:vote')} small />
        {can(session, 'triage:facilitate') && <ItemMenu item={item} session={session} acts={acts} />}
      </div>
    </li>
  );
}

function ItemMenu({ item, session, acts }: Pick<AgendaItemProps, 'item' | 'session' | 'acts'>) {
  const { id, position } = item;
  const places = session.items.map((one) => one.position);
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const move = (to: number) => void acts.act(MOVE_TRIAGE_ITEM, { itemId: id, position: to });
  return (
    <Menu
      align="end"
      trigger={<IconButton label={`More of ${titleOf(item)}`} size="sm" icon={<MoreHorizontal aria-hidden />} />}
    >
      {item.result === null && id !== session.current?.id && (
        <MenuItem onSelect={() => void acts.act(TAKE_UP_ITEM, { itemId: id, seconds: usualSeconds() })}>
          Take up now
        </MenuItem>
      )}
      <MenuItem disabled={position === first} onSelect={() => move(first)}>
        Move to the top
      </MenuItem>
      <MenuItem disabled={position === first} onSelect={() => move(position - 1)}>
        Move up
      </MenuItem>
      <MenuItem disabled={position === last} onSelect={() => move(position + 1)}>
        Move down
      </MenuItem>
      <MenuItem disabled={position === last} onSelect={() => move(last)}>
        Move to the end
      </MenuItem>
    </Menu>
  );
}
