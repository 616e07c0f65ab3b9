import type { Edits } from '../../../platform/forms/use-edits';

export type ShareFieldProps = { label: string; field: string; edits: Edits };

/** A share in percent; empty: none is meant. */
export function ShareField({ label, field, edits }: ShareFieldProps) {
  const share = edits.read(field);
  return (
    <span className="share-field" data-changed={edits.changed.includes(field) || undefined}>
      <input
        type="number"
        inputMode="decimal"
        min={0}
        max={100}
        step="any"
        className="ch-input"
        aria-label={`${label}, percent`}
        value={typeof share === 'number' ? share : ''}
        onChange={({ target: { value } }) => {
          const number = Number(value);
          if (value === '') edits.set(field, null);
          else if (number >= 0 && number <= 100) edits.set(field, Math.round(number * 100) / 100);
        }}
      />
      <span aria-hidden>%</span>
    </span>
  );
}
