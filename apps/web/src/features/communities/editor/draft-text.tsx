import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import type { DraftPagePartsFragment, PageLinePartsFragment } from '../../../generated/graphql';
import { can } from '../../../platform/session/can';
import { draftAddress } from '../artifacts/artifact-addresses';
import { PageText } from '../page-text/page-text';
import { LeftWords } from './left-words';
import { PageEditor } from './page-editor';

export type DraftTextProps = {
  artifact: { id: string; key: string };
  pages: readonly PageLinePartsFragment[];
  path: string;
  page: DraftPagePartsFragment | null;
  /** Of which the page is. */
  draftId: string;
  /** Of the page that was open here, which may be gone by now. */
  openedId: string | null;
  loading: boolean;
  writes: boolean;
};

/** The open page of a draft: to write, or to read for those who are no members. */
export function DraftText({ artifact, pages, path, page, draftId, openedId, loading, writes }: DraftTextProps) {
  if (!page) {
    if (loading) return <Skeleton shape="card" lines={10} label="Loading the page" />;
    return (
      <>
        <ErrorNote
          title="There is no such page in this draft."
          next="Somebody may have removed it. Choose another in the tree."
        />
        {openedId !== null && <LeftWords artifactKey={artifact.key} pageId={openedId} />}
      </>
    );
  }
  if (writes || can(page, 'draft:write')) {
    return <PageEditor key={page.id} artifact={artifact} draftId={draftId} page={page} pages={pages} />;
  }
  return (
    <PageText
      text={page.body}
      place={{
        key: artifact.key,
        path,
        paths: pages.map((one) => one.path),
        to: (target) => draftAddress(artifact.key, target),
      }}
    />
  );
}
