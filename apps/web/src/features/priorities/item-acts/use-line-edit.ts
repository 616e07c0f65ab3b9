import { announce } from '@chapterhouse/ui/live-region';
import { notify } from '@chapterhouse/ui/toast';
import type { BacklogItemChanges, ItemLineFragment, ItemState } from '../../../generated/graphql';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';
import { ITEM_STATE_TITLES } from '@chapterhouse/domain/priorities/item-state';
import { CHANGE_ITEM_STATE, EDIT_LINE } from './item-acts.operations';
import { type ItemOutcome, useItemAct } from './use-item-act';

/** What a line shows as soon as somebody chose it, before the server has answered. */
export type LineChange = Partial<
  Pick<
    ItemLineFragment,
    'title' | 'kind' | 'tier' | 'area' | 'team' | 'assignee' | 'points' | 'goal' | 'servesGoal' | 'parent'
  >
>;

/**
 * Edits of a line: shown at once, taken back visibly and told of when they are refused. Somebody else's change of
 * another field is no reason to refuse: the edit goes on top of it.
 */
export function useLineEdit() {
  const act = useItemAct();

  const edit = async (item: ItemLineFragment, changes: BacklogItemChanges, shown: LineChange): Promise<boolean> => {
    const { id, key } = item;
    const send = (of: ItemLineFragment) =>
      act(key, EDIT_LINE, { id, version: of.version, changes }, { __typename: 'Mutation', item: { ...of, ...shown } });
    let outcome = await send(item);
    if (!outcome.done && outcome.refusal.code === 'CONFLICT' && outcome.current && untouched(item, outcome.current))
      outcome = await send(outcome.current);
    if (outcome.done) return true;
    tellNotSaved(key, outcome.refusal);
    return false;

    function untouched(seen: ItemLineFragment, now: ItemLineFragment): boolean {
      const of = (line: ItemLineFragment) =>
        JSON.stringify(Object.keys(shown).map((field) => Reflect.get(line, field)));
      return seen.version !== now.version && of(seen) === of(now);
    }
  };

  /** Refusals are the caller's to show: what is missing, who changed it meanwhile. */
  const setState = async (item: ItemLineFragment, state: ItemState, reason?: string): Promise<ItemOutcome<unknown>> => {
    const { id, key, version } = item;
    const outcome = await act(
      key,
      CHANGE_ITEM_STATE,
      { id, version, state, reason: reason ?? null },
      { __typename: 'Mutation', item: { ...item, state } },
    );
    if (outcome.done) announce(`${key}: ${ITEM_STATE_TITLES[state]}.`);
    return outcome;
  };
  return { edit, setState };
}

export function tellNotSaved(key: string, { title, next }: ShownRefusal): void {
  notify({ tone: 'problem', title: `${key} stays as it was. ${title}`, detail: next });
}
