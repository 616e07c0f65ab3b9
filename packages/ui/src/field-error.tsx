import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import './field.css';

/** What is wrong with one field and how to put it right. The field points here by `aria-describedby`. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  if (children === undefined || children === null || children === '') return null;
  return (
    <p className="ch-field-error" id={id}>
      <CircleAlert aria-hidden />
      <span>{children}</span>
    </p>
  );
}
