import { Button } from '@chapterhouse/ui/button';
import { Checkbox } from '@chapterhouse/ui/checkbox';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { TextArea } from '@chapterhouse/ui/text-area';
import { TextField } from '@chapterhouse/ui/text-field';
import { ArrowLeft, ArrowRight, Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { NEW_OPTION, type OptionForm } from './decision-form';
import { TonedFields } from './lines-field';

export type OptionsEditorProps = {
  options: readonly OptionForm[];
  /** Place of the chosen one. */
  chosen: number | null;
  error?: string | undefined;
  onChange: (options: OptionForm[], chosen: number | null) => void;
};

/** Options side by side while they are written, as they will be read. */
export function OptionsEditor({ options, chosen, error, onChange }: OptionsEditorProps) {
  const list = useRef<HTMLUListElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const toFocus = useRef<number | null>(null);
  useEffect(() => {
    if (toFocus.current === null) return;
    const titles = list.current?.querySelectorAll<HTMLInputElement>('[data-option-title]');
    (titles?.[Math.min(toFocus.current, titles.length - 1)] ?? add.current)?.focus();
    toFocus.current = null;
  });

  const change = (at: number, part: Partial<OptionForm>) =>
    onChange(
      options.map((option, index) => (index === at ? { ...option, ...part } : option)),
      chosen,
    );
  const remove = (at: number) => {
    const left = options.filter((_, index) => index !== at);
    const still = chosen === null || chosen === at ? null : chosen - (chosen > at ? 1 : 0);
    toFocus.current = at;
    onChange(left, still);
  };
  const move = (at: number, by: -1 | 1) => {
    const to = at + by;
    const moved = [...options];
    const [one] = moved.splice(at, 1);
    if (one === undefined) return;
    moved.splice(to, 0, one);
    const places: Record<number, number> = { [at]: to, [to]: at };
    toFocus.current = to;
    onChange(moved, chosen === null ? null : (places[chosen] ?? chosen));
  };
  return (
    <div className="options-editor">
      {options.length > 0 && (
        <ul ref={list} className="options-editor__list">
          {options.map((option, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- an option that is being written has no other name
            <li key={index} className="options-editor__one" data-chosen={index === chosen || undefined}>
              <div className="options-editor__head">
                <strong>Option {index + 1}</strong>
                <IconButton
                  size="sm"
                  label={`Option ${index + 1} to the front`}
                  icon={<ArrowLeft aria-hidden />}
                  disabled={index === 0}
                  onClick={() => move(index, -1)}
                />
                <IconButton
                  size="sm"
                  label={`Option ${index + 1} to the back`}
                  icon={<ArrowRight aria-hidden />}
                  disabled={index === options.length - 1}
                  onClick={() => move(index, 1)}
                />
                <IconButton
                  size="sm"
                  label={`Take option ${index + 1} away`}
                  icon={<Trash2 aria-hidden />}
                  onClick={() => remove(index)}
                />
              </div>
              <TextField
                data-option-title
                label={`Name of option ${index + 1}`}
                value={option.title}
                error={option.title.trim() === '' ? error : undefined}
                onChange={(event) => change(index, { title: event.target.value })}
              />
              <TextArea
                label="In short"
                optional
                rows={2}
                value={option.description}
                onChange={(event) => change(index, { description: event.target.value })}
              />
              <TonedFields
                labels={{ good: 'Speaks for it', neutral: 'Neither', bad: 'Speaks against it' }}
                value={option}
                onChange={(lines) => change(index, lines)}
              />
              <Checkbox
                label="This one is chosen"
                checked={index === chosen}
                onChange={(event) => onChange([...options], event.target.checked ? index : null)}
              />
            </li>
          ))}
        </ul>
      )}
      <Button
        ref={add}
        icon={<Plus aria-hidden />}
        onClick={() => {
          toFocus.current = options.length;
          // One alone is compared with nothing.
          onChange([...options, NEW_OPTION, ...(options.length === 0 ? [NEW_OPTION] : [])], chosen);
        }}
      >
        {options.length === 0 ? 'Compare options' : 'Another option'}
      </Button>
    </div>
  );
}
