import { Button } from '@chapterhouse/ui/button';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { FieldError } from '@chapterhouse/ui/field-error';
import { TextField } from '@chapterhouse/ui/text-field';
import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import { EMPTY_MEASURE, type MeasureForm } from './goal-form';

export type MeasuresFieldProps = {
  measures: readonly MeasureForm[];
  error?: string | undefined;
  onChange: (measures: MeasureForm[]) => void;
};

const PARTS = [
  { name: 'name', label: 'Measure', placeholder: 'Parcels that are tracked' },
  { name: 'unit', label: 'Unit', placeholder: '%' },
  { name: 'baseline', label: 'Was', placeholder: '40' },
  { name: 'target', label: 'To be', placeholder: '95' },
  { name: 'current', label: 'Is now', placeholder: '52' },
] as const;

/** How one sees how far it has come: each measure with where it was, is to be and is. */
export function MeasuresField({ measures, error, onChange }: MeasuresFieldProps) {
  const id = useId();
  const set = (at: number, part: Partial<MeasureForm>) =>
    onChange(measures.map((measure, index) => (index === at ? { ...measure, ...part } : measure)));
  return (
    <fieldset className="measures" aria-describedby={error === undefined ? undefined : `${id}-error`}>
      <legend>How one sees that it is reached</legend>
      {measures.map((measure, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines have no other name
        <fieldset key={at} className="measures__one" aria-label={measure.name || `Measure ${at + 1}`}>
          {PARTS.map(({ name, label, placeholder }) => (
            <TextField
              key={name}
              label={label}
              placeholder={placeholder}
              autoComplete="off"
              inputMode={name === 'name' || name === 'unit' ? 'text' : 'decimal'}
              value={measure[name]}
              onChange={(event) => set(at, { [name]: event.target.value })}
            />
          ))}
          <IconButton
            label={`Remove ${measure.name || 'this measure'}`}
            size="sm"
            icon={<X aria-hidden />}
            onClick={() => onChange(measures.filter((_, index) => index !== at))}
          />
        </fieldset>
      ))}
      <FieldError id={`${id}-error`}>{error}</FieldError>
      <div>
        <Button
          size="sm"
          variant="ghost"
          icon={<Plus aria-hidden />}
          onClick={() => onChange([...measures, EMPTY_MEASURE])}
        >
          Another measure
        </Button>
      </div>
    </fieldset>
  );
}
