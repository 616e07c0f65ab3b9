import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Plus } from 'lucide-react';
import { Link } from 'react-router';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { plural } from '../../impediments/public';
import { ItemBlockedMark } from '../item/item-blocked-mark';
import { ItemLink } from '../item/item-link';
import { pointsWords } from '../item/item-words';
import { setCreating } from '../item-form/create-state';
import { useBacklogChanges } from '../use-backlog-changes';
import { useMayCreate } from '../use-may-create';
import { PRODUCT_PARAMETER } from '../use-product';
import { ITEMS_OF } from './items-of.operations';
import './items-of.css';

/** At most so many stand on the page of a team. */
const SHOWN = 6;

type Place = { id: string; name: string };
export type ItemsOfTeamProps = { team: Place; area: Place; productId: string };

/** Part of a team's page: what it has to do, as the order has it. */
export function ItemsOfTeam({ team, area, productId }: ItemsOfTeamProps) {
  const { data, error, refetch } = useQuery(ITEMS_OF, {
    variables: { productId, filter: { teamIds: [team.id] }, first: SHOWN },
    fetchPolicy: 'cache-and-network',
  });
  useBacklogChanges(data === undefined ? null : productId, refetch);
  const create = useMayCreate(productId);
  if (!data) {
    if (!error) return <Skeleton lines={3} label="Loading the backlog" />;
    return (
      <RefusalNote
        refusal={shownRefusal(error)}
        action={
          <Button size="sm" onClick={() => void refetch().catch(() => {})}>
            Try again
          </Button>
        }
      />
    );
  }
  const { edges, totalCount } = data.backlog;
  const all = new URLSearchParams({ [PRODUCT_PARAMETER]: productId, view: 'list', teams: team.id });
  return (
    <div className="items-of">
      {edges.length === 0 && <p className="items-of__none">No open item is this team’s.</p>}
      <ul className="items-of__lines">
        {edges.map(({ node }) => (
          <li key={node.id}>
            <ItemLink item={node} />
            <span className="items-of__facts">
              <ItemBlockedMark blocked={node.blocked} />
              {node.points !== null && pointsWords(node.points)}
            </span>
          </li>
        ))}
      </ul>
      {totalCount > edges.length && <Link to={`/backlog?${all}`}>All {plural(totalCount, 'open item')}</Link>}
      {create.item && (
        <Button
          variant="ghost"
          size="sm"
          icon={<Plus aria-hidden />}
          onClick={() => setCreating({ productId, team, area })}
        >
          New item
        </Button>
      )}
    </div>
  );
}
