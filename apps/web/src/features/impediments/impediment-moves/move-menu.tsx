import {
  IMPEDIMENT_STATE_TITLES,
  type ImpedimentState,
  OPEN_STATES,
} from '@chapterhouse/domain/impediments/impediment-state';
import { Menu, MenuHeading, MenuItem, MenuSeparator } from '@chapterhouse/ui/menu';
import { FileText, SquareCheck, TrendingUp, UserRound } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { useNavigate } from 'react-router';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { ImpedimentStateBadge } from '../impediment-state-badge';
import { selection } from '../impediment-selection/selection';
import { useBeginLevel, useBeginMove } from './moves';
import { MOVE_WORDS } from './move-words';
import { type Move, offeredMoves, whyNot } from './offered-moves';
import { useTake } from './use-take';

/** Where moves end; on the board they have no column. */
const ENDS: readonly ImpedimentState[] = ['CLOSED', 'DECLINED', 'DUPLICATE'];

export type MoveMenuProps = {
  impediment: ImpedimentCardFragment;
  trigger: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** It stands among others, with which it can be changed together. */
  selectable?: boolean;
};

/** The same moves as a drag: columns first, each with why not where it is not possible, then the ways to end it. */
export function MoveMenu({ impediment, trigger, open, onOpenChange, selectable = false }: MoveMenuProps) {
  const begin = useBeginMove();
  const beginLevel = useBeginLevel();
  const take = useTake()(impediment);
  const levels = impediment.viewerCan.includes('impediment:set-level');
  const brief = impediment.viewerCan.includes('impediment:send-brief');
  const navigate = useNavigate();
  useFocusOnFirst(open);
  const offered = offeredMoves(impediment);
  const ends = ENDS.flatMap((to) => offered.find((move) => move.to === to) ?? []);
  return (
    <Menu trigger={trigger} align="end" open={open} onOpenChange={onOpenChange}>
      <MenuHeading>Move {impediment.key} to</MenuHeading>
      {OPEN_STATES.filter((state) => state !== impediment.state).map((to) => {
        const move = offered.find((one) => one.to === to);
        return (
          <MenuItem
            key={to}
            icon={<StateIcon state={to} />}
            disabled={!move}
            hint={move ? needsOf(move) : whyNot(impediment, to)}
            onSelect={() => move && begin(impediment, move)}
          >
            {IMPEDIMENT_STATE_TITLES[to]}
          </MenuItem>
        );
      })}
      {ends.length > 0 && <MenuSeparator />}
      {ends.map((move) => (
        <MenuItem
          key={move.to}
          icon={<StateIcon state={move.to} />}
          hint={needsOf(move)}
          onSelect={() => begin(impediment, move)}
        >
          {IMPEDIMENT_STATE_TITLES[move.to]}
        </MenuItem>
      ))}
      {(take !== null || levels || brief || selectable) && <MenuSeparator />}
      {selectable && (
        <MenuItem
          icon={<SquareCheck aria-hidden />}
          shortcut="x"
          hint="To change several together"
          onSelect={() => selection.toggle(impediment.id)}
        >
          {selection.ids().has(impediment.id) ? 'Select no longer' : 'Select'}
        </MenuItem>
      )}
      {take !== null && (
        <MenuItem icon={<UserRound aria-hidden />} shortcut="i" onSelect={take}>
          Take it myself
        </MenuItem>
      )}
      {levels && (
        <MenuItem icon={<TrendingUp aria-hidden />} hint="Asks for a reason" onSelect={() => beginLevel(impediment)}>
          Another level …
        </MenuItem>
      )}
      {brief && (
        <MenuItem
          icon={<FileText aria-hidden />}
          hint="For a decision of the top level"
          onSelect={() => void navigate(`/impediments/${impediment.key}/brief`)}
        >
          Escalation brief …
        </MenuItem>
      )}
    </Menu>
  );
}

/** Opened by a key, the first possible move is ready for Enter; the menu itself does this only for its own button. */
function useFocusOnFirst(open: boolean): void {
  useEffect(() => {
    if (!open) return undefined;
    const frame = requestAnimationFrame(() =>
      document.querySelector<HTMLElement>('[role="menu"] [role="menuitem"]:not([data-disabled])')?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, [open]);
}

/** The words beside it say the same. */
function StateIcon({ state }: { state: ImpedimentState }) {
  return (
    <span aria-hidden>
      <ImpedimentStateBadge state={state} labelHidden />
    </span>
  );
}

function needsOf({ action }: Move): string | undefined {
  const { needs } = MOVE_WORDS[action];
  return needs === null ? undefined : `Asks for ${needs}`;
}
