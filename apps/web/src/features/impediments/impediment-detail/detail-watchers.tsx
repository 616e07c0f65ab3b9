import { Avatar } from '@chapterhouse/ui/avatar';
import { Popover } from '@chapterhouse/ui/popover';
import { Link } from 'react-router';
import type { ImpedimentLinkedFragment } from '../../../generated/graphql';
import { useViewer } from '../../../platform/session/session-provider';
import { plural } from '../plural';

/** Who is told of what happens to it, by name on a press. */
export function DetailWatchers({ watchers }: { watchers: ImpedimentLinkedFragment['watchers'] }) {
  const { person } = useViewer();
  if (watchers.length === 0) return <span className="detail__quiet">nobody</span>;
  const me = watchers.some(({ id }) => id === person.id);
  const others = watchers.length - Number(me);
  const words = me ? (others === 0 ? 'you' : `you and ${plural(others, 'other')}`) : plural(others, 'person', 'people');
  return (
    <Popover
      label="Who watches it"
      trigger={
        <button type="button" className="detail__watchers">
          {words}
        </button>
      }
    >
      <ul className="detail__people">
        {watchers.map(({ id, name }) => (
          <li key={id}>
            <Link className="detail__person" to={`/people/${id}`}>
              <Avatar name={name} size="sm" decorative />
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </Popover>
  );
}
