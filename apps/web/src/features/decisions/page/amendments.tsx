import { MarkdownText } from '../../../platform/markdown/markdown-text';
import { Moment } from '../../impediments/public';
import type { ShownDecision } from './decision-body';
import { Part } from './decision-words';

/** What was added after it was decided; the words above never change. */
export function Amendments({ amendments }: Pick<ShownDecision, 'amendments'>) {
  if (amendments.length === 0) return null;
  return (
    <Part title={amendments.length === 1 ? 'Amendment' : 'Amendments'}>
      <ol className="amendments">
        {amendments.map(({ number, text, by, at }) => (
          <li key={number} className="amendments__one">
            <p className="amendments__head">
              <strong>Amendment {number}</strong> by {by?.name ?? 'somebody'}, <Moment at={at} />
            </p>
            <MarkdownText text={text} />
          </li>
        ))}
      </ol>
    </Part>
  );
}
