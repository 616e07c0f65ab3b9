import type { ReactNode } from 'react';
import './table.css';
import './visually-hidden.css';

export type TableProps = {
  /** What the table lists; for screen readers. */
  caption: string;
  /** Plain `<thead>` and `<tbody>`; cells with numbers carry `className="ch-number"`. */
  children: ReactNode;
};

/** Rows to compare. On a narrow screen it scrolls by itself, not the page. */
export function Table({ caption, children }: TableProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <section className="ch-table__scroll" tabIndex={0} aria-label={caption}>
      <table className="ch-table">
        <caption className="ch-visually-hidden">{caption}</caption>
        {children}
      </table>
    </section>
  );
}
