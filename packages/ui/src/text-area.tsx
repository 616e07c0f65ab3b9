import type { ComponentPropsWithRef } from 'react';
import { classNames } from './class-names';
import { Field, type FieldProps } from './field';

export type TextAreaProps = FieldProps & Omit<ComponentPropsWithRef<'textarea'>, 'id'>;

/** Several lines of text; grows with its content. Ctrl or Cmd with Enter sends the form. */
export function TextArea({
  label,
  labelHidden,
  hint,
  error,
  optional,
  className,
  onKeyDown,
  rows = 3,
  ...rest
}: TextAreaProps) {
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={error} optional={optional}>
      {(control) => (
        <textarea
          {...rest}
          {...control}
          rows={rows}
          className={classNames('ch-input ch-input--area', className)}
          onKeyDown={(event) => {
            onKeyDown?.(event);
            if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
        />
      )}
    </Field>
  );
}
