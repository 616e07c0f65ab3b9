import { SOURCE_KIND_TITLES } from '@chapterhouse/domain/impediments/impediment-fields';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { Menu, MenuItem } from '@chapterhouse/ui/menu';
import { Table } from '@chapterhouse/ui/table';
import { Ellipsis, Merge, Pencil, Repeat2 } from 'lucide-react';
import { Link } from 'react-router';
import type { SourceOrder, SourcesListQuery } from '../../../generated/graphql';
import { can } from '../../../platform/session/can';
import type { SourceQuestion } from './source-dialogs';
import { recurringWords } from './source-words';

type ListedSource = SourcesListQuery['sources'][number];

export type SourcesTableProps = {
  sources: readonly ListedSource[];
  order: SourceOrder;
  onAsk: (question: SourceQuestion) => void;
};

const CAPTIONS: Record<SourceOrder, string> = {
  COST: 'Sources, the most blocked team-days first',
  OPEN: 'Sources, the most open impediments first',
  NAME: 'Sources, by name',
};

/** A table on a desk, one block each on a phone. */
export function SourcesTable({ sources, order, onAsk }: SourcesTableProps) {
  return (
    <div className="sources">
      <Table caption={CAPTIONS[order]}>
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">Kind</th>
            <th scope="col" className="ch-number" aria-sort={order === 'OPEN' ? 'descending' : undefined}>
              Open
            </th>
            <th scope="col" className="ch-number" aria-sort={order === 'COST' ? 'descending' : undefined}>
              Blocked team-days
            </th>
            <th scope="col" className="ch-number">
              Each day
            </th>
            <th scope="col" className="ch-number">
              Past
            </th>
            <th scope="col">
              <span className="ch-visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <SourceRow key={source.id} source={source} onAsk={onAsk} />
          ))}
        </tbody>
      </Table>
    </div>
  );
}

type SourceRowProps = { source: ListedSource; onAsk: SourcesTableProps['onAsk'] };

function SourceRow({ source, onAsk }: SourceRowProps) {
  const { id, name, kind, aliases, openCount, pastCount, blockedTeamDays, blockedTeamDaysPerDay, recurring } = source;
  return (
    <tr>
      <th scope="row" className="sources__name">
        <Link to={`/sources/${id}`}>{name}</Link>
        {recurring.length > 0 && (
          <span className="sources__recurring" title="Raised three times or more in this quarter and the one before">
            <Repeat2 aria-hidden /> Recurring: {recurringWords(recurring)}
          </span>
        )}
        {aliases.length > 0 && <span className="sources__aliases">also {aliases.join(', ')}</span>}
      </th>
      <td className="sources__kind">{SOURCE_KIND_TITLES[kind]}</td>
      <td className="ch-number" data-label="open">
        {openCount.toLocaleString('en')}
      </td>
      <td className="ch-number sources__cost" data-label="team-days">
        {blockedTeamDays.toLocaleString('en')}
      </td>
      <td className="ch-number sources__minor" data-label="each day">
        {blockedTeamDaysPerDay > 0 && `+${blockedTeamDaysPerDay.toLocaleString('en')}`}
      </td>
      <td className="ch-number sources__minor" data-label="past">
        {pastCount.toLocaleString('en')}
      </td>
      <td className="sources__actions">
        <SourceActions source={source} onAsk={onAsk} />
      </td>
    </tr>
  );
}

function SourceActions({ source, onAsk }: SourceRowProps) {
  const mayEdit = can(source, 'source:edit');
  const mayMerge = can(source, 'source:merge');
  if (!mayEdit && !mayMerge) return null;
  const { id, name } = source;
  return (
    <Menu align="end" trigger={<IconButton size="sm" label={`${name}: actions`} icon={<Ellipsis aria-hidden />} />}>
      {mayEdit && (
        <MenuItem icon={<Pencil aria-hidden />} onSelect={() => onAsk({ ask: 'edit', source: { id, name } })}>
          Edit…
        </MenuItem>
      )}
      {mayMerge && (
        <MenuItem icon={<Merge aria-hidden />} onSelect={() => onAsk({ ask: 'merge', source: { id, name } })}>
          Merge with another…
        </MenuItem>
      )}
    </Menu>
  );
}
