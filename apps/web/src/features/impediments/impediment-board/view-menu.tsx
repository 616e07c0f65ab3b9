import { Button } from '@chapterhouse/ui/button';
import { Popover } from '@chapterhouse/ui/popover';
import { Segments } from '@chapterhouse/ui/segments';
import { Select } from '@chapterhouse/ui/select';
import { SlidersHorizontal } from 'lucide-react';
import { type BoardView, VIEW_CHOICES } from './board-view';
import { ViewCommands } from './view-commands';
import './view-menu.css';

export type ViewMenuProps = {
  view: BoardView;
  onChange: (change: Partial<BoardView>) => void;
  /** Undefined where the board has no lanes. */
  onCollapseAll: (() => void) | undefined;
  onExpandAll: (() => void) | undefined;
};

/** Columns, lanes, order and density of the board. */
export function ViewMenu(props: ViewMenuProps) {
  const { view, onChange, onCollapseAll, onExpandAll } = props;
  return (
    <>
      <ViewCommands {...props} />
      <Popover
        label="How the board looks"
        align="end"
        trigger={
          <Button size="sm" variant="ghost" icon={<SlidersHorizontal aria-hidden />}>
            View
          </Button>
        }
      >
        <div className="view-menu">
          <Segments
            label="Columns"
            value={view.columns}
            options={VIEW_CHOICES.columns}
            onChange={(columns) => onChange({ columns })}
          />
          <Choice name="lanes" label="Lanes" view={view} onChange={onChange} />
          <Choice name="sort" label="Order within a column" view={view} onChange={onChange} />
          <Segments
            label="Density"
            value={view.density}
            options={VIEW_CHOICES.density}
            onChange={(density) => onChange({ density })}
          />
          {onCollapseAll && onExpandAll && (
            <div className="view-menu__lanes">
              <Button size="sm" onClick={onCollapseAll}>
                Collapse all lanes
              </Button>
              <Button size="sm" onClick={onExpandAll}>
                Expand all
              </Button>
            </div>
          )}
        </div>
      </Popover>
    </>
  );
}

type ChoiceProps<Key extends 'lanes' | 'sort'> = {
  name: Key;
  label: string;
  view: BoardView;
  onChange: (change: Partial<BoardView>) => void;
};

function Choice<Key extends 'lanes' | 'sort'>({ name, label, view, onChange }: ChoiceProps<Key>) {
  const options: readonly { value: string; label: string }[] = VIEW_CHOICES[name];
  return (
    <Select
      label={label}
      value={view[name]}
      options={options}
      onChange={(event) => {
        const chosen = VIEW_CHOICES[name].find(({ value }) => value === event.target.value);
        if (chosen) onChange({ [name]: chosen.value });
      }}
    />
  );
}
