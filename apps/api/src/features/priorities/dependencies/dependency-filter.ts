import { type DependencyState, OPEN_DEPENDENCY_STATES } from '@chapterhouse/domain/priorities/dependency-state';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Tx } from '../../../platform/database/tx.js';
import { readId, readIds } from '../../../platform/graphql/global-id.js';
import type { DependencyFilter } from './dependencies.graphql.js';
import type { Listed } from './dependencies.service.js';

/** More in one list of areas or teams than an organization has. */
const MOST_IDS = 200;

/** What the list is narrowed to; ids as in the database, null and false: not narrowed. */
export interface GivenFilter {
  productId: string | null;
  states: DependencyState[] | null;
  areaIds: string[] | null;
  teamIds: string[] | null;
  itemId: string | null;
  conflicts: boolean;
  waitsForMe: boolean;
  askedByMe: boolean;
}

/** @throws NOT_FOUND for ids of another kind of thing, INVALID_INPUT */
export function readFilter(given: DependencyFilter | null | undefined): GivenFilter {
  const { productId, states, areaIds, teamIds, itemId } = given ?? {};
  return {
    productId: productId ? readId('Product', productId) : null,
    states: states ?? null,
    areaIds: areaIds ? someIds('areaIds', readIds('Area', areaIds)) : null,
    teamIds: teamIds ? someIds('teamIds', readIds('Team', teamIds)) : null,
    itemId: itemId ? readId('BacklogItem', itemId) : null,
    conflicts: given?.conflicts ?? false,
    waitsForMe: given?.waitsForMe ?? false,
    askedByMe: given?.askedByMe ?? false,
  };
}

/** What the database can tell of the filter. Nothing is wrong with, and nobody waits for, what is not open. */
export async function candidates(tx: Tx, { personId }: Viewer, filter: GivenFilter): Promise<Listed[]> {
  const onlyOpen = filter.conflicts || filter.waitsForMe;
  const states = onlyOpen
    ? OPEN_DEPENDENCY_STATES.filter((state) => filter.states?.includes(state) ?? true)
    : filter.states;
  return tx.query<Listed & Record<string, unknown>>(CANDIDATES, [
    tx.organizationId,
    states,
    filter.areaIds,
    filter.teamIds,
    filter.itemId,
    filter.askedByMe ? personId : null,
    filter.productId,
  ]);
}

function someIds(field: string, ids: string[]): string[] {
  if (ids.length <= MOST_IDS) return ids;
  throw refusePlatform('INVALID_INPUT', { fields: [{ field, problem: `Name at most ${MOST_IDS}.` }] });
}

/** Either side may be of the areas and teams. */
const CANDIDATES = `
  select d.id, d.needed_by, d.number
    from dependencies d
    join backlog_items c on c.organization_id = d.organization_id and c.id = d.consumer_id
    left join backlog_items p on p.organization_id = d.organization_id and p.id = d.provider_id
    left join teams pt on pt.organization_id = d.organization_id and pt.id = coalesce(p.team_id, d.provider_team_id)
    left join areas pa on pa.organization_id = d.organization_id and pa.id = coalesce(p.area_id, pt.area_id)
   where d.organization_id = $1
     and ($2::text[] is null or d.state = any($2))
     and ($3::uuid[] is null or c.area_id = any($3) or pa.id = any($3))
     and ($4::uuid[] is null or c.team_id = any($4) or pt.id = any($4))
     and ($5::uuid is null or d.consumer_id = $5 or d.provider_id = $5)
     and ($6::uuid is null or d.requested_by = $6)
     and ($7::uuid is null or c.product_id = $7 or p.product_id = $7 or pa.product_id = $7)
   order by d.needed_by, d.number`;
