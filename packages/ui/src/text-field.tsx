import type { ComponentPropsWithRef } from 'react';
import { classNames } from './class-names';
import { Field, type FieldProps } from './field';

export type TextFieldProps = FieldProps & Omit<ComponentPropsWithRef<'input'>, 'id' | 'size'> & { size?: 'md' | 'lg' };

/** One line of text; also dates (`type="date"`), e-mail, passwords, numbers. */
export function TextField({
  label,
  labelHidden,
  hint,
  error,
  optional,
  size = 'md',
  className,
  ...rest
}: TextFieldProps) {
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={error} optional={optional}>
      {(control) => (
        <input
          type="text"
          {...rest}
          {...control}
          className={classNames('ch-input', size === 'lg' && 'ch-input--lg', className)}
        />
      )}
    </Field>
  );
}
