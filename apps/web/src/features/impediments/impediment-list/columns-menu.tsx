import { Button } from '@chapterhouse/ui/button';
import { Checkbox } from '@chapterhouse/ui/checkbox';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { announce } from '@chapterhouse/ui/live-region';
import { Popover } from '@chapterhouse/ui/popover';
import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react';
import { useRef } from 'react';
import { ALWAYS, COLUMN_NAMES, type ColumnName, LIST_COLUMNS } from './list-columns';
import { USUAL_VIEW } from './list-view';
import './columns-menu.css';

export type ColumnsMenuProps = { columns: readonly ColumnName[]; onChange: (columns: readonly ColumnName[]) => void };

/** Which columns the list shows, and in which order; a new one comes last. */
export function ColumnsMenu({ columns, onChange }: ColumnsMenuProps) {
  const list = useRef<HTMLOListElement>(null);
  const shown = columns.filter((name) => !ALWAYS.includes(name));
  const hidden = COLUMN_NAMES.filter((name) => !columns.includes(name));
  const put = (names: readonly ColumnName[]) => onChange([...ALWAYS, ...names]);
  const move = (name: ColumnName, by: number) => {
    const at = shown.indexOf(name);
    const rest = shown.toSpliced(at, 1);
    put(rest.toSpliced(at + by, 0, name));
    announce(`${LIST_COLUMNS[name].title} is column ${at + by + 1} of ${shown.length}.`);
    // A row that is moved in the page loses the focus, and at an end its button is off.
    requestAnimationFrame(() => focusMover(list.current, name, by));
  };
  return (
    <Popover
      label="Columns of the list"
      align="end"
      trigger={
        <Button size="sm" variant="ghost" icon={<Columns3 aria-hidden />}>
          Columns
        </Button>
      }
    >
      <ol ref={list} className="columns-menu" aria-label="Columns that are shown, in this order">
        {shown.map((name, at) => (
          <li key={name} className="columns-menu__column" data-column={name}>
            <Checkbox
              label={LIST_COLUMNS[name].title}
              checked
              onChange={() => put(shown.filter((other) => other !== name))}
            />
            <IconButton
              label={`${LIST_COLUMNS[name].title}: earlier`}
              size="sm"
              icon={<ArrowUp aria-hidden />}
              disabled={at === 0}
              onClick={() => move(name, -1)}
            />
            <IconButton
              label={`${LIST_COLUMNS[name].title}: later`}
              size="sm"
              icon={<ArrowDown aria-hidden />}
              disabled={at === shown.length - 1}
              onClick={() => move(name, 1)}
            />
          </li>
        ))}
      </ol>
      {hidden.length > 0 && (
        <fieldset className="columns-menu" aria-label="Columns that are not shown">
          {hidden.map((name) => (
            <Checkbox
              key={name}
              label={LIST_COLUMNS[name].title}
              checked={false}
              onChange={() => put([...shown, name])}
            />
          ))}
        </fieldset>
      )}
      <Button size="sm" onClick={() => onChange(USUAL_VIEW.columns)}>
        As usual
      </Button>
    </Popover>
  );
}

function focusMover(list: HTMLElement | null, name: ColumnName, by: number): void {
  const row = list?.querySelector(`[data-column="${name}"]`);
  const [earlier, later] = row?.querySelectorAll('button') ?? [];
  const wanted = by < 0 ? earlier : later;
  (wanted?.disabled === true ? [earlier, later].find((one) => one !== wanted) : wanted)?.focus();
}
