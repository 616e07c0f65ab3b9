import { type ReactNode, useId } from 'react';
import './form-section.css';

/** A part of a long form under its heading, apart from the one before. */
export function FormSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="form-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
