import { ITEM_KIND_TITLES } from '@chapterhouse/domain/priorities/item-fields';
import { ITEM_STATE_TITLES } from '@chapterhouse/domain/priorities/item-state';
import { Avatar } from '@chapterhouse/ui/avatar';
import { classNames } from '@chapterhouse/ui/class-names';
import { ChevronRight } from 'lucide-react';
import { type CSSProperties, memo, type MouseEvent } from 'react';
import { Link, useLocation } from 'react-router';
import type { ItemLineFragment } from '../../../generated/graphql';
import { ItemBlockedMark } from '../item/item-blocked-mark';
import { ItemStateBadge } from '../item/item-state-badge';
import { ItemTierMark } from '../item/item-tier-mark';
import { EditCell } from '../item-acts/edit-cell';
import { TitleCell } from '../item-acts/title-cell';
import { itemSelection } from '../selection/item-selection';
import { shownItemIds } from './shown-items';

const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

export type ItemRowProps = {
  item: ItemLineFragment;
  /** 1 at the root of the tree; null in a list. */
  level: number | null;
  /** Null: nothing is in it. */
  expanded: boolean | null;
  onToggle: (key: string) => void;
  /** Its panel is open. */
  open: boolean;
};

/** One item of the backlog: its title leads to its panel, every other fact is changed where it stands. */
export const ItemRow = memo(function ItemRow({ item, level, expanded, onToggle, open }: ItemRowProps) {
  const { id, key, title, tier, kind, state, area, team, assignee, points, score, goal, servesGoal, parent } = item;
  const { position, blocked, readiness } = item;
  const { search } = useLocation();
  const selected = itemSelection.useIsSelected(id);
  const style: CSSProperties & Record<`--${string}`, number> = { '--level': (level ?? 1) - 1 };
  const shownGoal = goal ?? servesGoal;
  // Its own, and served no more: see `servesGoal`.
  const hasEnded = goal !== null && goal.id !== servesGoal?.id;
  return (
    <tr
      className={classNames('item-row', open && 'item-row--open', selected && 'item-row--selected')}
      style={style}
      aria-selected={selected}
      {...(level !== null && { 'aria-level': level })}
      {...(expanded !== null && { 'aria-expanded': expanded })}
    >
      <td className="item-row__select">
        <label>
          <input
            type="checkbox"
            aria-label={`Select ${key} ${title}`}
            checked={selected}
            tabIndex={-1}
            onChange={({ nativeEvent }) => {
              const range = nativeEvent instanceof globalThis.MouseEvent && nativeEvent.shiftKey;
              if (range) itemSelection.extendTo(id, shownItemIds());
              else itemSelection.toggle(id);
            }}
          />
        </label>
      </td>
      <th scope="row" className="item-row__title">
        <div className="item-row__line">
          {level !== null && (
            <button
              type="button"
              className="item-row__toggle"
              aria-label={expanded ? `Close ${key}` : `Open ${key}`}
              tabIndex={-1}
              hidden={expanded === null}
              onClick={() => onToggle(key)}
            >
              <ChevronRight aria-hidden />
            </button>
          )}
          <ItemTierMark tier={tier} />
          <TitleCell item={item}>
            <Link
              to={{ pathname: `/backlog/${key}`, search }}
              data-item-key={key}
              data-item-id={id}
              title={title}
              aria-current={open ? 'true' : undefined}
              onClick={(event) => selectInstead(event, id)}
            >
              <span className="item-key">{key}</span> <span className="item-row__words">{title}</span>
            </Link>
          </TitleCell>
          <ItemBlockedMark blocked={blocked} short />
          {state === 'DRAFT' && readiness.missing.length > 0 && (
            <span className="item-row__needs" title={`Needs ${readiness.missing.join(', ')}`}>
              needs {readiness.missing.join(', ')}
            </span>
          )}
          {(level === null || level === 1) && parent && (
            <span className="item-row__parent" title={`Part of ${parent.key} ${parent.title}`}>
              in {parent.key}
            </span>
          )}
        </div>
      </th>
      <td>
        <EditCell item={item} field="state">
          <ItemStateBadge state={state} labelHidden />
          <span>{ITEM_STATE_TITLES[state]}</span>
        </EditCell>
      </td>
      <td>
        <EditCell item={item} field="kind">
          {ITEM_KIND_TITLES[kind]}
        </EditCell>
      </td>
      <td title={team && area ? `${team.name}, ${area.name}` : area?.name}>
        <EditCell item={item} field="place">
          {team || area ? <span>{(team ?? area)?.name}</span> : null}
        </EditCell>
      </td>
      <td title={assignee?.name}>
        <EditCell item={item} field="assignee">
          {assignee && (
            <>
              <Avatar name={assignee.name} size="sm" decorative />
              <span>{assignee.name}</span>
            </>
          )}
        </EditCell>
      </td>
      <td className="ch-number">
        <EditCell item={item} field="points">
          {points === null ? null : NUMBER.format(points)}
        </EditCell>
      </td>
      <td className="ch-number">{score.wsjf === null ? '' : NUMBER.format(score.wsjf)}</td>
      <td title={shownGoal?.title}>
        <EditCell item={item} field="goal">
          {shownGoal && (
            <span className={goal === null ? 'item-row__inherited' : undefined}>
              {shownGoal.title}
              {hasEnded && ' (ended)'}
            </span>
          )}
        </EditCell>
      </td>
      <td className="ch-number">{position?.toLocaleString('en')}</td>
    </tr>
  );
});

/** With Ctrl or Cmd a click selects; with Shift it selects all from the last one on: as on every board and list. */
function selectInstead(event: MouseEvent, id: string): void {
  if (!event.ctrlKey && !event.metaKey && !event.shiftKey) return;
  event.preventDefault();
  if (event.shiftKey) itemSelection.extendTo(id, shownItemIds());
  else itemSelection.toggle(id);
}
