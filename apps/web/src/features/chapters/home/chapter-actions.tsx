import { Button } from '@chapterhouse/ui/button';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { can } from '../../../platform/session/can';
import { ActionLines, AddActionDialog } from '../../cadences/public';
import { ChapterPart } from './chapter-part';
import type { ShownChapter } from './chapter-page';

/** What members promised and have not done yet; the next triage asks after it. */
export function ChapterActions({ chapter }: { chapter: ShownChapter }) {
  const { id, openActions } = chapter;
  const [adding, setAdding] = useState(false);
  return (
    <ChapterPart
      title="Open actions"
      count={openActions.length}
      actions={
        // Who takes part in its triages promises something there, too.
        can(chapter, 'triage:start') && (
          <Button size="sm" variant="ghost" icon={<Plus aria-hidden />} onClick={() => setAdding(true)}>
            Add
          </Button>
        )
      }
    >
      {openActions.length === 0 ? (
        <p className="chapter__quiet">Nothing is promised. In a triage an action is noted with one key.</p>
      ) : (
        <ActionLines actions={openActions} label="Open actions" />
      )}
      {adding && <AddActionDialog of={{ chapterId: id }} onClose={() => setAdding(false)} />}
    </ChapterPart>
  );
}
