import { ChevronDown } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import { classNames } from './class-names';
import { Field, type FieldProps } from './field';

export type SelectOption = { value: string; label: string; disabled?: boolean };

export type SelectProps = FieldProps &
  Omit<ComponentPropsWithRef<'select'>, 'id' | 'children' | 'size'> & {
    options: readonly SelectOption[];
    /** Shown first, with the empty value: "Any team", "Choose a severity". */
    placeholder?: string;
  };

/** The browser's own select: the best keyboard and phone behaviour there is. */
export function Select({
  label,
  labelHidden,
  hint,
  error,
  optional,
  options,
  placeholder,
  className,
  ...rest
}: SelectProps) {
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={error} optional={optional}>
      {(control) => (
        <span className="ch-select">
          <select {...rest} {...control} className={classNames('ch-input', className)}>
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown aria-hidden />
        </span>
      )}
    </Field>
  );
}
