import { classNames } from '@chapterhouse/ui/class-names';
import { VisuallyHidden } from '@chapterhouse/ui/visually-hidden';
import { Fragment, type ReactNode } from 'react';
import type { PageDiffPartsFragment } from '../../../generated/graphql';
import { CHANGE_WORDS } from '../artifacts/artifact-words';
import './page-diff.css';

type Line = PageDiffPartsFragment['hunks'][number]['lines'][number];

/** What is different in a page; nothing where it is only read. */
export type ShownDiff = Omit<PageDiffPartsFragment, 'kind'> & { kind: PageDiffPartsFragment['kind'] | 'SAME' };

export type PageDiffProps = {
  diff: ShownDiff;
  /** At a line as it stands now: a button to comment. */
  beside?: ((line: number) => ReactNode) | undefined;
  /** Under a line as it stands now: what was said of it. */
  under?: ((line: number) => ReactNode) | undefined;
  /** What else can be done with the page. */
  ways?: ReactNode;
};

const WORDS: Record<ShownDiff['kind'], string> = { ...CHANGE_WORDS, SAME: 'Not changed' };
const MARKS: Record<Line['kind'], string> = { SAME: ' ', ADDED: '+', REMOVED: '−' };
const SAID: Record<Line['kind'], string> = { SAME: '', ADDED: 'Added: ', REMOVED: 'Removed: ' };

/** What is different in one page, line by line; the words that changed within a line stand out. */
export function PageDiff({ diff, beside, under, ways }: PageDiffProps) {
  const { path, title, kind, hunks } = diff;
  return (
    <section className="page-diff" aria-label={`${WORDS[kind]}: ${title}`}>
      <div className="page-diff__head">
        <h3>
          {title} <code>{path}</code> <span className="page-diff__kind">{WORDS[kind]}</span>
        </h3>
        {ways}
      </div>
      {hunks.length === 0 && kind !== 'SAME' && (
        <p className="page-diff__none">
          {kind === 'ADDED' ? 'Nothing is written on it yet.' : 'Its text is the same.'}
        </p>
      )}
      {hunks.map((hunk) => (
        <table key={`${hunk.oldStart} ${hunk.newStart}`} className="page-diff__hunk">
          <caption>
            <VisuallyHidden>
              From line {hunk.newStart} of {title}
            </VisuallyHidden>
          </caption>
          <tbody>
            {hunk.lines.map((line) => (
              <Fragment key={`${line.oldNumber ?? ''} ${line.newNumber ?? ''}`}>
                <DiffRow line={line} beside={beside} />
                {line.newNumber !== null && <Under>{under?.(line.newNumber)}</Under>}
              </Fragment>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  );
}

function DiffRow({ line, beside }: { line: Line; beside: PageDiffProps['beside'] }) {
  const { kind, oldNumber, newNumber, runs } = line;
  // A line that is new as a whole has no words that stand out.
  const whole = runs.every(({ changed }) => changed);
  return (
    <tr className={classNames('page-diff__line', `page-diff__line--${kind.toLowerCase()}`)}>
      <td className="page-diff__number">{oldNumber}</td>
      <td className="page-diff__number">{newNumber}</td>
      <td className="page-diff__mark" aria-hidden>
        {MARKS[kind]}
      </td>
      <td className="page-diff__text">
        {kind !== 'SAME' && <VisuallyHidden>{SAID[kind]}</VisuallyHidden>}
        {runs.map((run, index) => {
          if (!run.changed || whole || kind === 'SAME') return <span key={index}>{run.text}</span>;
          return kind === 'ADDED' ? <ins key={index}>{run.text}</ins> : <del key={index}>{run.text}</del>;
        })}
      </td>
      {beside && <td className="page-diff__beside">{newNumber !== null && beside(newNumber)}</td>}
    </tr>
  );
}

function Under({ children }: { children: ReactNode }) {
  if (children === null || children === undefined || children === false) return null;
  return (
    <tr>
      <td colSpan={5} className="page-diff__under">
        {children}
      </td>
    </tr>
  );
}
