import { type ReactNode, useId, useRef } from 'react';
import { FieldError } from './field-error';
import { useRefusedField } from './refused-field';
import { VisuallyHidden } from './visually-hidden';
import './field.css';

export type FieldProps = {
  label: string;
  /** The label is for screen readers only; the place must say the same to the eye. */
  labelHidden?: boolean | undefined;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean | undefined;
};

export type FieldControl = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
};

/**
 * Label, control, hint and error, tied together; the text fields and selects are built on it. Where a form was sent, the
 * first of its fields with an error gets the focus.
 */
export function Field({
  label,
  labelHidden = false,
  hint,
  error,
  optional = false,
  children,
}: FieldProps & { children: (control: FieldControl) => ReactNode }) {
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  useRefusedField(place, error);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="ch-field" ref={place}>
      <label className="ch-field__label" htmlFor={id}>
        {labelHidden ? <VisuallyHidden>{label}</VisuallyHidden> : label}
        {optional && !labelHidden && <span className="ch-field__optional">optional</span>}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {hint && (
        <p className="ch-field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </div>
  );
}
