import type { ComponentPropsWithRef, ReactNode } from 'react';
import './field.css';

export type CheckboxProps = Omit<ComponentPropsWithRef<'input'>, 'type'> & { label: ReactNode; hint?: ReactNode };

/** A choice that is on or off. */
export function Checkbox({ label, hint, ...rest }: CheckboxProps) {
  return (
    <label className="ch-checkbox">
      <input type="checkbox" {...rest} />
      <span>
        {label}
        {hint && <span className="ch-checkbox__hint">{hint}</span>}
      </span>
    </label>
  );
}
