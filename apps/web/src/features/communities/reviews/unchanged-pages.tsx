import { Combobox } from '@chapterhouse/ui/combobox';
import { useState } from 'react';
import type { PageLinePartsFragment, ReviewPartsFragment } from '../../../generated/graphql';
import type { ShownDiff } from '../versions/page-diff';
import type { ShownComment } from './line-comment';
import { ReviewedPage } from './reviewed-page';

export type UnchangedPagesProps = {
  artifactKey: string;
  review: ReviewPartsFragment | null;
  comments: readonly ShownComment[];
  revision: number;
  /** All of the draft. */
  pages: readonly PageLinePartsFragment[];
  /** Of those that are shown as changed. */
  changedPaths: ReadonlySet<string>;
};

/** Pages that are as they were: what was said of them, and any other to read and to comment on. */
export function UnchangedPages(props: UnchangedPagesProps) {
  const { artifactKey, review, comments, revision, pages, changedPaths } = props;
  const [opened, setOpened] = useState<readonly string[]>([]);
  const others = review ? pages.filter(({ path }) => !changedPaths.has(path)) : [];
  const said = comments.map(({ pagePath }) => pagePath).filter((path) => !changedPaths.has(path));
  const shown = [...new Set([...said, ...opened])];
  if (others.length === 0 && shown.length === 0) return null;
  return (
    <section className="review" aria-label="On pages that are not changed">
      {others.length > 0 && (
        <div className="review__other">
          <Combobox
            label="Read another page"
            hint="Pages that are not changed can be commented on too."
            placeholder="Type a title"
            value={null}
            options={others.map(({ path, title }) => ({ value: path, label: title, detail: path }))}
            emptyText="No page that is not changed has these words."
            onChange={(path) => path !== null && setOpened([...new Set([path, ...opened])])}
          />
        </div>
      )}
      {shown.map((path) => {
        const page = pages.find((one) => one.path === path);
        return (
          <ReviewedPage
            key={`${path} ${opened.includes(path)}`}
            artifactKey={artifactKey}
            review={review}
            comments={comments}
            revision={revision}
            diff={unchanged(path, page?.title ?? path)}
            isPage={page !== undefined}
            opened={opened.includes(path)}
          />
        );
      })}
    </section>
  );
}

const unchanged = (path: string, title: string): ShownDiff => ({
  __typename: 'PageDiff',
  path,
  title,
  kind: 'SAME',
  hunks: [],
});
