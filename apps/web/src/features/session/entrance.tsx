import { classNames } from '@chapterhouse/ui/class-names';
import type { ReactNode } from 'react';
import { Mark } from '../../platform/page/mark';
import { PageTitle } from '../../platform/page/page-title';
import './entrance.css';

export type EntranceProps = {
  title: string;
  lead?: ReactNode;
  width?: 'narrow' | 'medium' | 'wide';
  children: ReactNode;
};

/** A screen in front of the door: one column, nothing else. */
export function Entrance({ title, lead, width = 'narrow', children }: EntranceProps) {
  return (
    <main className={classNames('entrance', `entrance--${width}`, width === 'narrow' && 'entrance--centered')}>
      <PageTitle title={title} />
      <div className="entrance__column">
        <header className="entrance__head">
          <Mark />
          <h1>{title}</h1>
          {lead && <p className="entrance__lead">{lead}</p>}
        </header>
        {children}
      </div>
    </main>
  );
}
