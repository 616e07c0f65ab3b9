import { RUN_NOTE_LIMIT } from '@chapterhouse/domain/communities/checklist-run';
import { Button } from '@chapterhouse/ui/button';
import { Checkbox } from '@chapterhouse/ui/checkbox';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { TextArea } from '@chapterhouse/ui/text-area';
import { StickyNote } from 'lucide-react';
import { useState } from 'react';
import type { RunPartsFragment } from '../../../generated/graphql';
import { momentWords } from '../../../platform/dates/day-words';
import { MarkdownText } from '../../../platform/markdown/markdown-text';
import { useViewer } from '../../../platform/session/session-provider';

export type RunStepLineProps = {
  one: RunPartsFragment['steps'][number];
  ticks: boolean;
  /** True: it is saved. */
  onTick: (done: boolean, note?: string) => Promise<boolean>;
};

/** A step of a run: whether it is done, by whom and when, and what was noted of it. */
export function RunStepLine({ one, ticks, onTick }: RunStepLineProps) {
  const { step, done, by, at, note } = one;
  const { timeZone } = useViewer().organization;
  const [noting, setNoting] = useState<string | null>(null);
  const saveNote = async () => {
    if (noting !== null && (await onTick(done, noting))) setNoting(null);
  };
  return (
    <li className="run__step" data-depth={step.depth} data-done={done || undefined}>
      <div className="run__tick">
        <Checkbox
          label={step.text}
          checked={done}
          disabled={!ticks}
          onChange={(event) => void onTick(event.target.checked)}
        />
        {step.hint !== '' && (
          <div className="run__hint">
            <MarkdownText text={step.hint} headings={4} />
          </div>
        )}
        {done && by && at !== null && (
          <div className="run__who">
            {by.name}, {momentWords(at, timeZone)}
          </div>
        )}
      </div>
      {ticks && noting === null && (
        <IconButton
          label={note === '' ? `Note something about “${step.text}”` : `Change the note about “${step.text}”`}
          icon={<StickyNote aria-hidden />}
          onClick={() => setNoting(note)}
        />
      )}
      {noting === null && note !== '' && (
        <div className="run__note">
          <MarkdownText text={note} headings={4} />
        </div>
      )}
      {noting !== null && (
        <form
          className="run__note"
          onSubmit={(event) => {
            event.preventDefault();
            void saveNote();
          }}
        >
          <TextArea
            label={`Note about “${step.text}”`}
            rows={2}
            maxLength={RUN_NOTE_LIMIT}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked for it
            autoFocus
            value={noting}
            onChange={(event) => setNoting(event.target.value)}
          />
          <Button type="submit" size="sm" variant="primary">
            Save the note
          </Button>{' '}
          <Button size="sm" variant="ghost" onClick={() => setNoting(null)}>
            Cancel
          </Button>
        </form>
      )}
    </li>
  );
}
