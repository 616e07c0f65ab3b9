import { Button } from '@chapterhouse/ui/button';
import { Checkbox } from '@chapterhouse/ui/checkbox';
import { Popover } from '@chapterhouse/ui/popover';
import { Columns3 } from 'lucide-react';
import { ALWAYS, COLUMN_NAMES, type ColumnName, LIST_COLUMNS } from './list-columns';
import './columns-menu.css';

export type ColumnsMenuProps = { columns: readonly ColumnName[]; onChange: (columns: readonly ColumnName[]) => void };

/** Which columns the list shows; a new one comes last. */
export function ColumnsMenu({ columns, onChange }: ColumnsMenuProps) {
  const choices = COLUMN_NAMES.filter((name) => !ALWAYS.includes(name));
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
      <fieldset className="columns-menu" aria-label="Columns">
        {choices.map((name) => (
          <Checkbox
            key={name}
            label={LIST_COLUMNS[name].title}
            checked={columns.includes(name)}
            onChange={(event) =>
              onChange(event.target.checked ? [...columns, name] : columns.filter((other) => other !== name))
            }
          />
        ))}
      </fieldset>
    </Popover>
  );
}
