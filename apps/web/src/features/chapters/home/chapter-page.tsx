import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ChapterQuery } from '../../../generated/graphql';
import { MarkdownText } from '../../../platform/markdown/markdown-text';
import { Page } from '../../../platform/page/page';
import { PageProblem } from '../../../platform/refusals/page-problem';
import { Can } from '../../../platform/session/can';
import { EditChapterDialog } from '../chapter-dialog';
import { ChapterActions } from './chapter-actions';
import { ChapterMeetings } from './chapter-meetings';
import { ChapterMembers } from './chapter-members';
import { ChapterNumbers } from './chapter-numbers';
import { CHAPTER } from './chapter.operations';
import { NextTriage } from './next-triage';
import { PastSessions } from './past-sessions';
import { Practices } from './practices';
import './chapter-page.css';

export type ShownChapter = ChapterQuery['chapter'];

/** How often to ask whether a triage has begun, in milliseconds. */
const ASK_EVERY = 30_000;

/** `/chapters/:id`: what a chapter has before it, what came of it, and who it is. */
export function ChapterPage() {
  const { id = '' } = useParams();
  const { data, error, loading, refetch } = useQuery(CHAPTER, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
    pollInterval: ASK_EVERY,
  });
  const [editing, setEditing] = useState(false);
  const chapter = data?.chapter;
  return (
    <Page
      title={chapter?.name ?? 'Chapter'}
      subtitle={
        chapter && (
          <>
            {chapter.scope.kind === 'ORGANIZATION'
              ? 'Chapter of the whole organization'
              : `Chapter of ${chapter.scope.name}`}{' '}
            · <Link to="/chapters">All chapters</Link>
          </>
        )
      }
      actions={
        chapter && (
          <Can do="chapter:edit" on={chapter}>
            <Button variant="ghost" icon={<Pencil aria-hidden />} onClick={() => setEditing(true)}>
              Edit
            </Button>
          </Can>
        )
      }
    >
      {!chapter && loading && <Skeleton shape="card" lines={8} label="Loading the chapter" />}
      {!chapter && !loading && error && (
        <PageProblem
          error={error}
          onRetry={() => void refetch().catch(() => {})}
          title="There is no such chapter."
          to="/chapters"
          show="Show all chapters"
        />
      )}
      {chapter && (
        <div className="chapter">
          {chapter.purpose !== '' && (
            <div className="chapter__purpose">
              <MarkdownText text={chapter.purpose} />
            </div>
          )}
          <div className="chapter__columns">
            <div>
              <NextTriage chapter={chapter} />
              <ChapterNumbers chapterId={chapter.id} />
              <Practices chapter={chapter} />
            </div>
            <div>
              <ChapterActions chapter={chapter} />
              <PastSessions chapterId={chapter.id} />
              <ChapterMeetings cadences={chapter.cadences} />
              <ChapterMembers chapter={chapter} />
            </div>
          </div>
          {editing && <EditChapterDialog chapter={chapter} onClose={() => setEditing(false)} />}
        </div>
      )}
    </Page>
  );
}
