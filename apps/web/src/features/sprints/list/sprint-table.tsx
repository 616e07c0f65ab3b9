import { Button } from '@chapterhouse/ui/button';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@chapterhouse/ui/menu';
import { Table } from '@chapterhouse/ui/table';
import { Ellipsis, Flag, Pencil, Trash2 } from 'lucide-react';
import type { SprintFactsFragment } from '../../../generated/graphql';
import { useToday } from '../../../platform/dates/use-today';
import { can } from '../../../platform/session/can';
import type { SprintQuestion } from '../dialogs/sprint-dialogs';
import { daysWords, ofWords, originWords } from '../sprint-words';
import { SprintStateBadge } from './sprint-state-badge';
import './sprint-table.css';

export type SprintTableProps = {
  sprints: readonly SprintFactsFragment[];
  onAsk: (question: SprintQuestion) => void;
};

/** A table on a desk, one block each on a phone. */
export function SprintTable({ sprints, onAsk }: SprintTableProps) {
  return (
    <div className="sprints">
      <Table caption="Sprints, latest first">
        <thead>
          <tr>
            <th scope="col">Sprint</th>
            <th scope="col">State</th>
            <th scope="col">Days</th>
            <th scope="col" className="ch-number">
              Items done
            </th>
            <th scope="col" className="ch-number">
              Points done
            </th>
            <th scope="col">
              <span className="ch-visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sprints.map((sprint) => (
            <SprintRow key={sprint.id} sprint={sprint} onAsk={onAsk} />
          ))}
        </tbody>
      </Table>
    </div>
  );
}

type SprintRowProps = { sprint: SprintFactsFragment; onAsk: SprintTableProps['onAsk'] };

function SprintRow({ sprint, onAsk }: SprintRowProps) {
  const today = useToday();
  const { name, goal, state, doneItems, plannedItems, donePoints, plannedPoints } = sprint;
  const origin = originWords(sprint);
  return (
    <tr>
      <th scope="row" className="sprints__name">
        {name}
        {goal !== '' && <p className="sprints__goal">{goal}</p>}
        {origin !== '' && <p className="sprints__origin">{origin}</p>}
      </th>
      <td>
        <SprintStateBadge state={state} />
      </td>
      <td className="sprints__days">{daysWords(sprint, today)}</td>
      <td className="ch-number" data-label="Items">
        {ofWords(doneItems, plannedItems)}
      </td>
      <td className="ch-number" data-label="Points">
        {ofWords(donePoints, plannedPoints)}
      </td>
      <td className="sprints__actions">
        <SprintActions sprint={sprint} onAsk={onAsk} />
      </td>
    </tr>
  );
}

function SprintActions({ sprint, onAsk }: SprintRowProps) {
  const mayRecord = can(sprint, 'sprint:record');
  const mayRemove = can(sprint, 'sprint:remove');
  if (!mayRecord && !mayRemove) return null;
  const finishes = mayRecord && sprint.state !== 'CLOSED';
  return (
    <>
      {finishes && sprint.state === 'ACTIVE' && (
        <Button size="sm" onClick={() => onAsk({ ask: 'finish', sprint })}>
          Finish…
        </Button>
      )}
      <Menu
        align="end"
        trigger={<IconButton size="sm" label={`${sprint.name}: actions`} icon={<Ellipsis aria-hidden />} />}
      >
        {mayRecord && (
          <MenuItem icon={<Pencil aria-hidden />} onSelect={() => onAsk({ ask: 'edit', sprint })}>
            Edit…
          </MenuItem>
        )}
        {finishes && (
          <MenuItem icon={<Flag aria-hidden />} onSelect={() => onAsk({ ask: 'finish', sprint })}>
            Finish…
          </MenuItem>
        )}
        {mayRemove && <MenuSeparator />}
        {mayRemove && (
          <MenuItem icon={<Trash2 aria-hidden />} tone="danger" onSelect={() => onAsk({ ask: 'remove', sprint })}>
            Remove…
          </MenuItem>
        )}
      </Menu>
    </>
  );
}
