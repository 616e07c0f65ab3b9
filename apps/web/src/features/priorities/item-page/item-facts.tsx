import { ITEM_KIND_TITLES, ITEM_TIER_TITLES } from '@chapterhouse/domain/priorities/item-fields';
import { Avatar } from '@chapterhouse/ui/avatar';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { can } from '../../../platform/session/can';
import { ItemLink } from '../item/item-link';
import { ItemStateBadge } from '../item/item-state-badge';
import { ItemTierMark } from '../item/item-tier-mark';
import { pointsWords } from '../item/item-words';
import { EditCell } from '../item-acts/edit-cell';
import { PRODUCT_PARAMETER } from '../use-product';
import type { ShownItem } from './use-item';

const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** What is known of it, each changed where it stands. */
export function ItemFacts({ item }: { item: ShownItem }) {
  const { tier, kind, state, area, team, assignee, points, goal, servesGoal, parent, position, readiness } = item;
  const { product, importedType, sprints, droppedReason } = item;
  return (
    <dl className="item-facts">
      <Fact title="State">
        <EditCell item={item} field="state">
          <ItemStateBadge state={state} />
        </EditCell>
        {readiness.missing.length > 0 && (
          <span className="item-facts__quiet">
            {readiness.ready ? 'should have' : 'needs'} {list.format(readiness.missing)}
          </span>
        )}
      </Fact>
      {state === 'DROPPED' && droppedReason !== '' && <Fact title="Dropped because">{droppedReason}</Fact>}
      <Fact title="Tier">
        <ItemTierMark tier={tier} /> {ITEM_TIER_TITLES[tier]}
        {importedType !== '' && <span className="item-facts__quiet">came as “{importedType}”</span>}
      </Fact>
      <Fact title="Kind">
        <EditCell item={item} field="kind">
          {ITEM_KIND_TITLES[kind]}
        </EditCell>
      </Fact>
      {position !== null && (
        <Fact title="Order">
          <Link to={`/order?${new URLSearchParams({ [PRODUCT_PARAMETER]: product.id })}`}>
            {position.toLocaleString('en')} in the order
          </Link>
        </Fact>
      )}
      {tier !== 'EPIC' && (
        <Fact title="Part of">
          {parent && <ItemLink item={parent} />}
          <EditCell item={item} field="parent">
            {parent && can(item, 'item:edit') ? 'Change' : null}
          </EditCell>
        </Fact>
      )}
      <Fact title="Team">
        <EditCell item={item} field="place">
          {team || area ? <span>{team && area ? `${team.name}, ${area.name}` : area?.name}</span> : null}
        </EditCell>
      </Fact>
      <Fact title="Assignee">
        <EditCell item={item} field="assignee">
          {assignee && (
            <>
              <Avatar name={assignee.name} size="sm" decorative />
              <span>{assignee.name}</span>
            </>
          )}
        </EditCell>
      </Fact>
      <Fact title="Size">
        <EditCell item={item} field="points">
          {points === null ? null : pointsWords(points)}
        </EditCell>
      </Fact>
      <Fact title="Goal">
        <EditCell item={item} field="goal">
          {goal?.title ?? null}
        </EditCell>
        {goal === null && servesGoal && (
          <span className="item-facts__quiet">serves “{servesGoal.title}” through what it is part of</span>
        )}
        {servesGoal === null && tier !== 'TASK' && <span className="item-facts__attention">serves no goal</span>}
      </Fact>
      {sprints.length > 0 && (
        <Fact title={sprints.length === 1 ? 'Sprint' : 'Sprints'}>{list.format(sprints.map(({ name }) => name))}</Fact>
      )}
    </dl>
  );
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="item-facts__fact">
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}
