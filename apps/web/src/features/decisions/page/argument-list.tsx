import { ARGUMENT_TONE_TITLES, type ArgumentTone } from '@chapterhouse/domain/decisions/decision-fields';
import { VisuallyHidden } from '@chapterhouse/ui/visually-hidden';
import { Circle, Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { MarkdownText } from '../../../platform/markdown/markdown-text';

const MARKS: Record<ArgumentTone, ReactNode> = {
  GOOD: <Plus aria-hidden />,
  NEUTRAL: <Circle aria-hidden />,
  BAD: <Minus aria-hidden />,
};

export type ArgumentListProps = { list: readonly { tone: ArgumentTone; text: string }[] };

/** What is good, neutral or bad about something, each told by a mark and a word. */
export function ArgumentList({ list }: ArgumentListProps) {
  return (
    <ul className="argument-list">
      {list.map(({ tone, text }) => (
        <li key={`${tone} ${text}`} className="argument-list__one" data-tone={tone}>
          {MARKS[tone]}
          <VisuallyHidden>{ARGUMENT_TONE_TITLES[tone]}: </VisuallyHidden>
          <div className="argument-list__text">
            <MarkdownText text={text} />
          </div>
        </li>
      ))}
    </ul>
  );
}
