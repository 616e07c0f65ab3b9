import { ITEM_KIND_TITLES, ITEM_TIER_TITLES } from '@chapterhouse/domain/priorities/item-fields';
import { ITEM_STATE_TITLES } from '@chapterhouse/domain/priorities/item-state';
import { Button } from '@chapterhouse/ui/button';
import { Chip } from '@chapterhouse/ui/chip';
import { useRef } from 'react';
import { useGoalsToServe } from '../item-fields/use-goals-to-serve';
import type { PlannedProduct } from '../use-product';
import { type BacklogFilter, NONE } from './backlog-filter';
import { presetOf } from './backlog-presets';
import { useItemPersonName } from './use-item-person-name';

export type BacklogChipsProps = {
  product: PlannedProduct;
  filter: BacklogFilter;
  onFilter: (part: Partial<BacklogFilter>) => void;
  onClear: () => void;
  /** The last one is gone: where the focus goes. */
  onLast: () => void;
};

type OneChip = { name: string; without: Partial<BacklogFilter> };

/** What the buttons and the words do not say already, one chip each; whoever takes one away is on the next one then. */
export function BacklogChips({ product, filter, onFilter, onClear, onLast }: BacklogChipsProps) {
  const list = useRef<HTMLUListElement>(null);
  const chips = useChips(product, filter);
  const remove = (index: number, without: Partial<BacklogFilter>) => {
    onFilter(without);
    if (chips.length === 1) return onLast();
    requestAnimationFrame(() => {
      const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
      (buttons[index] ?? buttons.at(-1))?.focus();
    });
  };
  if (chips.length === 0) return null;
  return (
    <div className="backlog-filters__row">
      <ul ref={list} className="backlog-filters__chips" aria-label="What is filtered">
        {chips.map(({ name, without }, index) => (
          <li key={name}>
            <Chip onRemove={() => remove(index, without)}>{name}</Chip>
          </li>
        ))}
      </ul>
      <Button
        size="sm"
        variant="ghost"
        onClick={() => {
          onClear();
          onLast();
        }}
      >
        Clear all
      </Button>
    </div>
  );
}

function useChips(product: PlannedProduct, filter: BacklogFilter): OneChip[] {
  const { goals } = useGoalsToServe(product.id);
  const person = useItemPersonName(filter.people[0] ?? null);
  const { kinds, areas, teams } = filter;
  const named = (id: string, none: string, name: string | undefined) => (id === NONE ? none : (name ?? '…'));
  const allTeams = product.areas.flatMap((area) => area.teams);
  const preset = presetOf(filter);
  const notSaid: OneChip[] =
    preset === null
      ? [
          ...filter.tiers.map((tier) => ({
            name: ITEM_TIER_TITLES[tier],
            without: { tiers: filter.tiers.filter((other) => other !== tier) },
          })),
          ...filter.states.map((state) => ({
            name: ITEM_STATE_TITLES[state],
            without: { states: filter.states.filter((other) => other !== state) },
          })),
          ...filter.goals.map((id) => ({
            name: named(id, 'No goal', goals.find((goal) => goal.id === id)?.title),
            without: { goals: filter.goals.filter((other) => other !== id) },
          })),
          ...yesNo(filter.ready, 'Ready', 'Not ready', { ready: null }),
          ...yesNo(filter.blocked, 'Blocked', 'Not blocked', { blocked: null }),
          ...yesNo(filter.estimated, 'With a size', 'Without a size', { estimated: null }),
        ]
      : [];
  return [
    ...notSaid,
    ...(preset === null
      ? kinds.map((kind) => ({
          name: ITEM_KIND_TITLES[kind],
          without: { kinds: kinds.filter((other) => other !== kind) },
        }))
      : []),
    ...areas.map((id) => ({
      name: named(id, 'No area', product.areas.find((area) => area.id === id)?.name),
      without: { areas: areas.filter((other) => other !== id) },
    })),
    ...teams.map((id) => ({
      name: named(id, 'No team', allTeams.find((team) => team.id === id)?.name),
      without: { teams: teams.filter((other) => other !== id) },
    })),
    ...filter.people.map((id) => ({
      name: `Assignee: ${named(id, 'nobody', person ?? undefined)}`,
      without: { people: [] },
    })),
  ];
}

function yesNo(value: boolean | null, yes: string, no: string, without: Partial<BacklogFilter>): OneChip[] {
  return value === null ? [] : [{ name: value ? yes : no, without }];
}
