import { EmptyState } from '@chapterhouse/ui/empty-state';
import { LayoutTemplate } from 'lucide-react';
import { Link, useLocation } from 'react-router';
import { lengthWords } from '../meeting-times';
import type { Template } from './cadence-form';

export type TemplateChoiceProps = { templates: readonly Template[] };

/** Templates first: what a meeting is for, how long, and whose rule that is. */
export function TemplateChoice({ templates }: TemplateChoiceProps) {
  const { search, state } = useLocation();
  const to = (kind: string) => {
    const params = new URLSearchParams(search);
    params.set('kind', kind);
    return { search: params.toString() };
  };
  if (templates.length === 0) {
    return (
      <EmptyState icon={<LayoutTemplate />} title="No template fits this place">
        Meetings of other places have others.
      </EmptyState>
    );
  }
  return (
    <ul className="template-choice" aria-label="Templates">
      {templates.map(({ kind, name, purpose, minutes, source }) => (
        <li key={kind} className="template-choice__one">
          <Link to={to(kind)} state={state}>
            {name}
          </Link>
          <p>{purpose}</p>
          <p className="template-choice__facts">
            {[lengthWords(minutes), source?.trim() ?? ''].filter((words) => words !== '').join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}
