import { DELEGATION_LEVELS, type DelegationLevel } from '@chapterhouse/domain/decisions/delegation-levels';
import type { NamedScope } from '@chapterhouse/domain/decisions/delegation-words';
import { VisuallyHidden } from '@chapterhouse/ui/visually-hidden';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { levelWords } from '../delegation-words';
import { type CellTerms, delegateTitle, termsWords } from './board-terms';

/** One decision area as it stands on the board, edits included. */
export type ShownRow = {
  area: { id: string; name: string; description: string; version: number };
  /** What counts here; null: nobody delegated it. */
  terms: CellTerms | null;
  /** The place whose board says so, where that is not this one. */
  inheritedFrom: string | null;
  sentence: string;
  changed: boolean;
};

export type BoardRowProps = {
  row: ShownRow;
  scope: NamedScope;
  /** Without it the row is only read. */
  onLevel?: (level: DelegationLevel) => void;
  onOpen?: () => void;
  /** Only where there is something of this board to take away. */
  onTakeAway?: (() => void) | undefined;
  /** Its menu. */
  menu?: ReactNode;
  /** Whom it trusts and for how long, where that is edited. */
  children?: ReactNode;
};

/** A decision area: its note stands in the column of its level. */
export function BoardRow({ row, scope, onLevel, onOpen, onTakeAway, menu, children }: BoardRowProps) {
  const id = useId();
  const { area, terms, inheritedFrom, sentence, changed } = row;
  return (
    <li className="delegation__row" data-changed={changed || undefined} aria-labelledby={`${id}-name`}>
      <div className="delegation__area">
        <h3 id={`${id}-name`}>{area.name}</h3>
        {area.description !== '' && <p>{area.description}</p>}
      </div>
      {onLevel ? (
        <Track
          row={row}
          scope={scope}
          describedBy={`${id}-sentence`}
          onLevel={onLevel}
          {...(onOpen && { onOpen })}
          onTakeAway={onTakeAway}
        />
      ) : (
        <ReadTrack terms={terms} inherited={inheritedFrom !== null} scope={scope} />
      )}
      <div className="delegation__told">
        <p id={`${id}-sentence`}>
          {terms !== null && <span className="delegation__short">{termsWords(terms, scope)}. </span>}
          {sentence}
          {inheritedFrom !== null && <span className="delegation__from">from {inheritedFrom}</span>}
          {changed && <span className="delegation__unsaved">not saved</span>}
        </p>
        {menu}
      </div>
      {children}
    </li>
  );
}

type TrackProps = Pick<BoardRowProps, 'row' | 'scope' | 'onOpen' | 'onTakeAway'> & {
  describedBy: string;
  onLevel: (level: DelegationLevel) => void;
};

function Track({ row, scope, describedBy, onLevel, onOpen, onTakeAway }: TrackProps) {
  const { area, terms, inheritedFrom } = row;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const level = /^[1-7]$/u.test(event.key) ? DELEGATION_LEVELS[Number(event.key) - 1] : undefined;
    if (level) onLevel(level);
    else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      goToRow(event.currentTarget, event.key === 'ArrowUp' ? -1 : 1);
    } else if (event.key === 'Enter') onOpen?.();
    else if ((event.key === 'Delete' || event.key === 'Backspace') && onTakeAway) onTakeAway();
    else return;
    event.preventDefault();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its radios have the focus
    <div
      className="delegation__track"
      role="radiogroup"
      aria-label={`Level of ${area.name}`}
      aria-describedby={describedBy}
      data-delegation-track
      onKeyDown={onKeyDown}
    >
      {DELEGATION_LEVELS.map((level, index) => {
        const here = terms?.level === level;
        return (
          <label
            key={level}
            className="delegation__slot"
            data-here={here || undefined}
            data-inherited={(here && inheritedFrom !== null) || undefined}
          >
            <input
              type="radio"
              name={`level-${area.id}`}
              aria-label={here ? termsWords(terms, scope) : levelWords(level)}
              checked={here}
              onChange={() => onLevel(level)}
              // Space on what is inherited makes it this board's own.
              onClick={() => here && inheritedFrom !== null && onLevel(level)}
            />
            <Note number={index + 1} terms={here ? terms : null} scope={scope} />
          </label>
        );
      })}
    </div>
  );
}

function ReadTrack({ terms, inherited, scope }: { terms: CellTerms | null; inherited: boolean; scope: NamedScope }) {
  return (
    <div className="delegation__track">
      {terms !== null && <VisuallyHidden>{termsWords(terms, scope)}</VisuallyHidden>}
      {DELEGATION_LEVELS.map((level, index) => {
        const here = terms?.level === level;
        return (
          <span
            key={level}
            className="delegation__slot"
            data-here={here || undefined}
            data-inherited={(here && inherited) || undefined}
            aria-hidden
          >
            <Note number={index + 1} terms={here ? terms : null} scope={scope} />
          </span>
        );
      })}
    </div>
  );
}

/** On a narrow screen only the number has room: who is trusted stands in the words below. */
function Note({ number, terms, scope }: { number: number; terms: CellTerms | null; scope: NamedScope }) {
  return (
    <span className="delegation__note" aria-hidden>
      <span className="delegation__number">{number}</span>
      {terms !== null && <span className="delegation__who">{delegateTitle(terms, scope)}</span>}
    </span>
  );
}

/** The note of the row above or below, else its first level. */
function goToRow(track: HTMLElement, by: number): void {
  const tracks = [...document.querySelectorAll('[data-delegation-track]')];
  const next = tracks[tracks.indexOf(track) + by];
  const radio = next?.querySelector('input:checked') ?? next?.querySelector('input');
  if (radio instanceof HTMLElement) radio.focus();
}
