import { Table } from '@chapterhouse/ui/table';
import { Link, useLocation } from 'react-router';
import type { BlockedWorkQuery } from '../../../generated/graphql';
import { useViewer } from '../../../platform/session/session-provider';
import { dayOf } from '../impediment-times';
import { ItemKey } from '../../decisions/public';
import { ItemLink } from '../../priorities/public';
import { itemStateWords } from '../item-state-words';
import { plural } from '../plural';

export type BlockedItem = BlockedWorkQuery['blockedItems']['edges'][number]['node'];

/** A table on a desk, one block each on a phone. */
export function BlockedTable({ items }: { items: readonly BlockedItem[] }) {
  return (
    <div className="blocked">
      <Table caption="Blocked items, the longest blocked first">
        <thead>
          <tr>
            <th scope="col">Item</th>
            <th scope="col">Team</th>
            <th scope="col">Blocked since</th>
            <th scope="col" className="ch-number">
              Working days
            </th>
            <th scope="col">By</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <BlockedRow key={item.externalKey} item={item} />
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function BlockedRow({ item }: { item: BlockedItem }) {
  const { timeZone } = useViewer().organization;
  const { externalKey, title, state, since, blockedWorkingDays: days, teams, impediments } = item;
  return (
    <tr>
      <th scope="row" className="blocked__item">
        {title === null ? (
          <span className="blocked__key">
            <ItemKey itemKey={externalKey} />
          </span>
        ) : (
          <ItemLink item={{ key: externalKey, title }} />
        )}
        {state !== null && <span className="blocked__state"> {itemStateWords(state)}</span>}
      </th>
      <td className="blocked__teams">
        {teams.map(({ id, name }) => (
          <Link key={id} to={`/teams/${id}`}>
            {name}
          </Link>
        ))}
      </td>
      <td className="blocked__since">{since !== null && <time dateTime={since}>{dayOf(since, timeZone)}</time>}</td>
      <td className="ch-number blocked__days" data-words={days === 1 ? 'working day' : 'working days'}>
        {days}
      </td>
      <td>
        <ul
          className="blocked__by"
          aria-label={`${plural(impediments.length, 'impediment')} in the way of ${externalKey}`}
        >
          {impediments.map((impediment) => (
            <By key={impediment.id} impediment={impediment} />
          ))}
        </ul>
      </td>
    </tr>
  );
}

function By({ impediment: { key, title, owner } }: { impediment: BlockedItem['impediments'][number] }) {
  const { pathname, search } = useLocation();
  return (
    <li>
      <Link to={`/impediments/${key}`} state={{ from: pathname + search }}>
        <span className="blocked__key">{key}</span> {title}
      </Link>
      <span className="blocked__owner" data-nobody={owner === null || undefined}>
        {owner?.name ?? 'nobody yet'}
      </span>
    </li>
  );
}
