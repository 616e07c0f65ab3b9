import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { MessageSquarePlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ReviewPartsFragment } from '../../../generated/graphql';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { can } from '../../../platform/session/can';
import { DRAFT_PAGE } from '../editor/draft.operations';
import { PageDiff, type ShownDiff } from '../versions/page-diff';
import { CommentOnLine } from './comment-on-line';
import { LineComment, type ShownComment } from './line-comment';
import { wholePage } from './whole-page';

export type ReviewedPageProps = {
  artifactKey: string;
  /** Null while none is open: nothing is said then. */
  review: ReviewPartsFragment | null;
  /** Of all pages, of this round and of those before. */
  comments: readonly ShownComment[];
  /** Of the draft that is reviewed: another one has other pages. */
  revision: number;
  diff: ShownDiff;
  /** It is a page of the draft, and not steps or a tree, or gone. */
  isPage: boolean;
  /** It is shown whole from the beginning. */
  opened?: boolean;
};

/** Lines of a whole page that are shown at once. */
const STEP = 400;

/** What changed in a page, or all of it, with what was said of its lines at the lines. */
export function ReviewedPage(props: ReviewedPageProps) {
  const { artifactKey, review, comments, revision, diff, isPage, opened = false } = props;
  const [line, setLine] = useState<number | null>(null);
  const [isWhole, setIsWhole] = useState(opened);
  const [most, setMost] = useState(STEP);
  const asked = useQuery(DRAFT_PAGE, { variables: { key: artifactKey, path: diff.path }, skip: !isPage || !isWhole });
  const page = asked.data?.artifact.draft?.page ?? null;
  const known = asked.data?.artifact.draft?.revision;
  const { refetch } = asked;
  useEffect(() => {
    if (known !== undefined && known < revision) void refetch().catch(() => {});
  }, [known, revision, refetch]);
  const whole = isWhole && page ? wholePage(diff, page.body, most) : null;
  const shown = whole?.diff ?? diff;

  const here = comments.filter(({ pagePath }) => pagePath === diff.path);
  const shownLines = new Set(shown.hunks.flatMap(({ lines }) => lines.map(({ newNumber }) => newNumber)));
  // Of lines that changed since, or that are not among those shown.
  const elsewhere = here.filter((one) => !one.current || !shownLines.has(one.line));
  const mayComment = can(review, 'review:comment');
  const beside = (number: number) => (
    <IconButton
      size="sm"
      label={`Comment on line ${number}`}
      icon={<MessageSquarePlus aria-hidden />}
      onClick={() => setLine(number)}
    />
  );
  const under = (number: number) => {
    const said = here.filter((one) => one.current && one.line === number);
    if (said.length === 0 && line !== number) return null;
    return (
      <>
        {said.map((one) => (
          <LineComment key={one.id} comment={one} />
        ))}
        {review && line === number && (
          <CommentOnLine
            reviewId={review.id}
            pagePath={diff.path}
            line={number}
            quote={wordsOf(shown, number)}
            onClose={() => setLine(null)}
          />
        )}
      </>
    );
  };
  return (
    <div className="reviewed-page">
      <PageDiff
        diff={shown}
        beside={mayComment ? beside : undefined}
        under={under}
        ways={
          isPage && (
            <Button
              size="sm"
              variant="ghost"
              aria-pressed={isWhole}
              aria-label={`The whole page: ${diff.title}`}
              pending={isWhole && asked.loading}
              onClick={() => setIsWhole(!isWhole)}
            >
              The whole page
            </Button>
          )
        }
      />
      {whole !== null && whole.more > 0 && (
        <div className="review__ways">
          <Button size="sm" onClick={() => setMost(most + STEP)}>
            {whole.more === 1 ? 'Show one more line' : `Show ${Math.min(whole.more, STEP)} more lines`}
          </Button>
        </div>
      )}
      {isWhole && asked.error && !page && (
        <ErrorNote title={shownRefusal(asked.error).title} next={shownRefusal(asked.error).next} />
      )}
      {elsewhere.map((one) => (
        <div key={one.id}>
          {one.current && (
            <p className="reviewed-page__line">
              Line {one.line}: <q>{one.quote}</q>
            </p>
          )}
          <LineComment comment={one} />
        </div>
      ))}
    </div>
  );
}

/** What a line of the draft says. */
function wordsOf({ hunks }: ShownDiff, number: number): string | null {
  const line = hunks.flatMap(({ lines }) => lines).find(({ newNumber }) => newNumber === number);
  return line ? line.runs.map(({ text }) => text).join('') : null;
}
