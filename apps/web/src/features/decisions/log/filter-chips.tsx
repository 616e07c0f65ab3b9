import { DECISION_KIND_TITLES } from '@chapterhouse/domain/decisions/decision-fields';
import { DECISION_STATE_TITLES } from '@chapterhouse/domain/decisions/decision-state';
import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Chip } from '@chapterhouse/ui/chip';
import { useRef } from 'react';
import { addDays, dayWords } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';

import { DECISION_AREAS } from '../decisions.operations';
import { useDecisionScopes } from '../scopes/use-decision-scopes';
import type { LogFilter } from './log-filter';
import { presetOf } from './presets';
import { useThingName } from './use-thing-name';

export type FilterChipsProps = {
  filter: LogFilter;
  onFilter: (part: Partial<LogFilter>) => void;
  onClear: () => void;
  /** The last one is gone: where the focus goes. */
  onLast: () => void;
};

type OneChip = { name: string; without: Partial<LogFilter> };

/** What the buttons and the words do not say already, one chip each; whoever takes one away is on the next one then. */
export function FilterChips({ filter, onFilter, onClear, onLast }: FilterChipsProps) {
  const list = useRef<HTMLUListElement>(null);
  const chips = useChips(filter);
  const remove = (index: number, without: Partial<LogFilter>) => {
    onFilter(without);
    if (chips.length === 1) onLast();
    else requestAnimationFrame(() => focusChip(list.current, index));
  };
  if (chips.length === 0) return null;
  return (
    <div className="log-filters__row">
      <ul ref={list} className="log-filters__chips" aria-label="What is filtered">
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

function focusChip(list: HTMLUListElement | null, index: number): void {
  const buttons = [...(list?.querySelectorAll('button') ?? [])];
  (buttons[index] ?? buttons.at(-1))?.focus();
}

function useChips(filter: LogFilter): OneChip[] {
  const today = useToday();
  const { scopes } = useDecisionScopes();
  const { data } = useQuery(DECISION_AREAS, { skip: filter.decisionAreaId === '' });
  const person = useThingName(filter.personId);
  const touched = useThingName(filter.touchesId);
  const area = data?.decisionAreas.find(({ id }) => id === filter.decisionAreaId)?.name;
  const scope = scopes.find(({ id }) => id === filter.scopeId)?.name;
  const { states, kinds, scopeId, within, decisionAreaId, personId, from, endsBefore, touchesId, touchesKey } = filter;
  return [
    ...(presetOf(filter) === null
      ? states.map((state) => ({
          name: DECISION_STATE_TITLES[state],
          without: { states: states.filter((other) => other !== state) },
        }))
      : []),
    ...kinds.map((kind) => ({
      name: `Kind: ${DECISION_KIND_TITLES[kind]}`,
      without: { kinds: kinds.filter((other) => other !== kind) },
    })),
    ...(scopeId === ''
      ? []
      : [
          {
            name: `${scope ?? 'A place'}${within ? ' and below' : ''}`,
            without: { scopeId: '', within: false },
          },
        ]),
    ...(decisionAreaId === '' ? [] : [{ name: `Decision area: ${area ?? '…'}`, without: { decisionAreaId: '' } }]),
    ...(personId === '' ? [] : [{ name: `Person: ${person ?? '…'}`, without: { personId: '' } }]),
    ...(from === '' ? [] : [{ name: `From ${dayWords(from, today)}`, without: { from: '' } }]),
    ...(endsBefore === ''
      ? []
      : [{ name: `Until ${dayWords(addDays(endsBefore, -1), today)}`, without: { endsBefore: '' } }]),
    ...(touchesId === '' ? [] : [{ name: `Touches ${touched ?? '…'}`, without: { touchesId: '' } }]),
    ...(touchesKey === '' ? [] : [{ name: `Touches ${touchesKey}`, without: { touchesKey: '' } }]),
  ];
}
