import { ITEM_KIND_TITLES, ITEM_KINDS } from '@chapterhouse/domain/priorities/item-fields';
import { Combobox } from '@chapterhouse/ui/combobox';
import { Segments } from '@chapterhouse/ui/segments';
import type { BacklogItemChanges, ItemLineFragment } from '../../../generated/graphql';
import { PersonField } from '../../../platform/people/person-field';
import { ItemField } from '../item-fields/item-field';
import { PlaceField } from '../item-fields/place-field';
import { SizeField } from '../item-fields/size-field';
import { useGoalsToServe } from '../item-fields/use-goals-to-serve';
import type { EditedField } from './open-cell';
import { type LineChange, useLineEdit } from './use-line-edit';

export const CELL_NAMES: Record<EditedField, string> = {
  title: 'Title',
  state: 'State',
  kind: 'Kind',
  place: 'Area and team',
  assignee: 'Assignee',
  points: 'Size',
  goal: 'Goal',
  parent: 'Parent',
};

type Chosen = (changes: BacklogItemChanges, shown: LineChange) => void;

export type CellEditorProps = {
  item: ItemLineFragment;
  field: Exclude<EditedField, 'title' | 'state'>;
  onDone: () => void;
};

/** A field of one item by itself: what is chosen holds at once. */
export function CellEditor({ item, field, onDone }: CellEditorProps) {
  const { edit } = useLineEdit();
  const choose: Chosen = (changes, shown) => {
    onDone();
    void edit(item, changes, shown);
  };
  switch (field) {
    case 'kind':
      return <KindEditor item={item} choose={choose} />;
    case 'points':
      return (
        <div className="cell-editor">
          <SizeField label="Size in points" value={item.points} onChoose={(points) => choose({ points }, { points })} />
        </div>
      );
    case 'assignee':
      return (
        <div className="cell-editor">
          <PersonField
            label="Assignee"
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- asked for by pressing it
            autoFocus
            value={item.assignee}
            onChange={(person) =>
              choose(
                { assigneeId: person?.id ?? null },
                { assignee: person && { __typename: 'Person', id: person.id, name: person.name } },
              )
            }
          />
        </div>
      );
    case 'place':
      return <PlaceEditor item={item} choose={choose} />;
    case 'goal':
      return <GoalEditor item={item} choose={choose} />;
    case 'parent':
      return <ParentEditor item={item} choose={choose} />;
  }
}

type EditorProps = { item: ItemLineFragment; choose: Chosen };

function KindEditor({ item, choose }: EditorProps) {
  return (
    <Segments
      label={`Kind of ${item.key}`}
      value={item.kind}
      onChange={(kind) => choose({ kind }, { kind })}
      options={ITEM_KINDS.map((kind) => ({ value: kind, label: ITEM_KIND_TITLES[kind] }))}
    />
  );
}

function PlaceEditor({ item, choose }: EditorProps) {
  return (
    <div className="cell-editor">
      <PlaceField
        label="Team or area"
        productId={item.product.id}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- asked for by pressing it
        autoFocus
        areaId={item.area?.id ?? null}
        teamId={item.team?.id ?? null}
        onChange={({ area, team }) =>
          choose(
            { areaId: area?.id ?? null, teamId: team?.id ?? null },
            {
              area: area && { __typename: 'Area', id: area.id, name: area.name },
              team: team && { __typename: 'Team', id: team.id, name: team.name },
            },
          )
        }
      />
    </div>
  );
}

function GoalEditor({ item, choose }: EditorProps) {
  const { goals, options } = useGoalsToServe(item.product.id, item.goal?.id);
  return (
    <div className="cell-editor cell-editor--wide">
      <Combobox
        label="Product Goal that it serves"
        hint={item.parent ? 'Empty: that of its parent.' : undefined}
        placeholder="None"
        options={options}
        value={item.goal?.id ?? null}
        valueLabel={item.goal?.title}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- asked for by pressing it
        autoFocus
        onChange={(id) => {
          const goal = goals.find((one) => one.id === id) ?? null;
          const chosen = goal && { __typename: 'ProductGoal' as const, id: goal.id, title: goal.title };
          choose(
            { goalId: goal?.id ?? null },
            { goal: chosen, ...(chosen && goal && { servesGoal: { ...chosen, state: goal.state } }) },
          );
        }}
      />
    </div>
  );
}

function ParentEditor({ item, choose }: EditorProps) {
  return (
    <div className="cell-editor cell-editor--wide">
      <ItemField
        label={item.tier === 'TASK' ? 'Feature or epic that it is part of' : 'Epic that it is part of'}
        productId={item.product.id}
        filter={{ tiers: item.tier === 'TASK' ? ['FEATURE', 'EPIC'] : ['EPIC'] }}
        exceptId={item.id}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- asked for by pressing it
        autoFocus
        value={item.parent}
        onChange={(parent) =>
          choose(
            { parentId: parent?.id ?? null },
            {
              parent: parent && {
                __typename: 'BacklogItem',
                id: parent.id,
                key: parent.key,
                title: parent.title,
                tier: parent.tier,
              },
            },
          )
        }
      />
    </div>
  );
}
