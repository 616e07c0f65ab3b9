import { classNames } from '@chapterhouse/ui/class-names';
import type { ReactNode } from 'react';
import { PageTitle } from './page-title';
import './page.css';

export type PageProps = {
  /** The screen's heading and, before the product's name, the title of the browser tab. */
  title: string;
  /** What the browser tab says instead, where the heading alone would not tell it from others: "D-7 One order". */
  tabTitle?: string | undefined;
  subtitle?: ReactNode;
  actions?: ReactNode;
  /** `full`: no padding, the body fills the height (a board). `narrow`: for forms and reading. */
  width?: 'wide' | 'narrow' | 'full';
  children: ReactNode;
};

/** A screen inside the shell: heading, actions, body. */
export function Page({ title, tabTitle = title, subtitle, actions, width = 'wide', children }: PageProps) {
  return (
    <div className={classNames('page', `page--${width}`)}>
      <PageTitle title={tabTitle} />
      <header className="page__head">
        <div className="page__titles">
          <h1 tabIndex={-1}>{title}</h1>
          {subtitle && <p className="page__subtitle">{subtitle}</p>}
        </div>
        {actions && <div className="page__actions">{actions}</div>}
      </header>
      <div className="page__body">{children}</div>
    </div>
  );
}
