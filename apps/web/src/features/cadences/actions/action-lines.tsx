import { ACTION_STATE_TITLES } from '@chapterhouse/domain/cadences/action-state';
import { StateBadge } from '@chapterhouse/ui/state-badge';
import { classNames } from '@chapterhouse/ui/class-names';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { Menu, MenuItem } from '@chapterhouse/ui/menu';
import { Check, MoreHorizontal } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ActionFactsFragment } from '../../../generated/graphql';
import { dayWords } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { can } from '../../../platform/session/can';
import { type ActionDialog, ActionDialogs } from './action-dialogs';
import { useActionSteps } from './use-action-steps';
import './action-lines.css';

export type ActionLinesProps = {
  actions: readonly ActionFactsFragment[];
  label?: string;
  /** False where all are of one person. */
  showOwner?: boolean;
};

/** Small promises, each with who keeps it and until when; done by one press. */
export function ActionLines({ actions, label = 'Actions', showOwner = true }: ActionLinesProps) {
  const [asked, ask] = useState<ActionDialog | null>(null);
  return (
    <>
      <ul className="action-lines" aria-label={label}>
        {actions.map((action) => (
          <ActionLine key={action.id} action={action} showOwner={showOwner} onAsk={(kind) => ask({ kind, action })} />
        ))}
      </ul>
      {asked && <ActionDialogs asked={asked} onClose={() => ask(null)} />}
    </>
  );
}

type ActionLineProps = {
  action: ActionFactsFragment;
  showOwner: boolean;
  onAsk: (kind: ActionDialog['kind']) => void;
};

function ActionLine({ action, showOwner, onAsk }: ActionLineProps) {
  const { title, owner, state, result, dueOn, impediment, occurrence, team, carried } = action;
  const today = useToday();
  const steps = useActionSteps(action);
  const open = state === 'OPEN';
  const overdue = open && dueOn < today;
  const [mayComplete, mayEdit] = [can(action, 'action:complete'), can(action, 'action:edit')];
  const [mayDrop, mayReopen] = [can(action, 'action:drop'), can(action, 'action:reopen')];
  return (
    <li className="action-line" data-ended={!open || undefined}>
      {mayComplete ? (
        <IconButton
          className="action-line__done"
          label={`Done: ${title}`}
          size="sm"
          variant="secondary"
          icon={<Check aria-hidden />}
          disabled={steps.pending}
          data-line={action.id}
          onClick={() => void steps.complete()}
        />
      ) : (
        <span className="action-line__state">
          <StateBadge
            label={ACTION_STATE_TITLES[state]}
            progress={state === 'OPEN' ? 'none' : state === 'DONE' ? 'full' : 'stopped'}
            labelHidden
          />
        </span>
      )}
      <div className="action-line__words">
        <span className="action-line__title">{title}</span>
        <span className="action-line__facts">
          {showOwner && <span>{owner.name}</span>}
          <span className={classNames(overdue && 'action-line__over')}>
            {open ? `by ${dayWords(dueOn, today)}` : ACTION_STATE_TITLES[state].toLowerCase()}
            {overdue && ', overdue'}
          </span>
          {impediment && <Link to={`/impediments/${impediment.key}`}>{impediment.key}</Link>}
          {occurrence && <Link to={`/calendar/${occurrence.id}/page`}>{occurrence.name}</Link>}
          {team && <span>{team.name}</span>}
          {carried > 0 && <span>carried on {carried === 1 ? 'once' : `${carried} times`}</span>}
          {result !== null && result !== '' && <span>“{result}”</span>}
        </span>
      </div>
      {(mayComplete || mayEdit || mayDrop || mayReopen) && (
        <Menu
          align="end"
          trigger={<IconButton label={`More of “${title}”`} size="sm" icon={<MoreHorizontal aria-hidden />} />}
        >
          {mayComplete && <MenuItem onSelect={() => onAsk('complete')}>Done, and what came of it …</MenuItem>}
          {mayEdit && <MenuItem onSelect={() => onAsk('edit')}>Edit …</MenuItem>}
          {mayDrop && <MenuItem onSelect={() => onAsk('drop')}>Drop …</MenuItem>}
          {mayReopen && <MenuItem onSelect={() => void steps.reopen()}>Open again</MenuItem>}
        </Menu>
      )}
    </li>
  );
}
