import type { Holiday } from '@chapterhouse/domain/organization/holidays';
import { Button } from '@chapterhouse/ui/button';
import { Dialog, DialogActions } from '@chapterhouse/ui/dialog';
import { announce } from '@chapterhouse/ui/live-region';
import { TextArea } from '@chapterhouse/ui/text-area';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { readHolidayLines } from './holiday-lines';

/** Lines that could not be read are named, so many at most. */
const MOST_UNREAD = 5;

export type PasteHolidaysDialogProps = {
  known: readonly Holiday[];
  onAdd: (holidays: Holiday[]) => void;
  onClose: () => void;
};

/** A list out of a spreadsheet or a calendar; says what it understands before anything is added. */
export function PasteHolidaysDialog({ known, onAdd, onClose }: PasteHolidaysDialogProps) {
  const [text, setText, clearDraft, draft] = useDraft('holidays');
  const { holidays, unread } = readHolidayLines(text);
  const nameOf = new Map(known.map(({ date, name }) => [date, name]));
  const added = holidays.filter(({ date }) => !nameOf.has(date)).length;
  const renamed = holidays.filter(({ date, name }) => nameOf.has(date) && nameOf.get(date) !== name).length;
  const add = () => {
    onAdd(holidays);
    clearDraft();
    announce(`${added} holidays are added, once this is saved.`);
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Paste holidays"
      description="One a line: its day, as 2026-12-25 or 25.12.2026, and its name. Rows of a spreadsheet or a CSV file fit as they are."
      keepOnOutsideClick
    >
      <form
        className="form-dialog"
        onSubmit={(event) => {
          // Of this form alone: it stands above the calendar's.
          event.preventDefault();
          event.stopPropagation();
          if (added + renamed > 0) add();
        }}
      >
        <TextArea
          label="Holidays"
          rows={8}
          value={text}
          placeholder={'2026-12-25 Christmas Day\n2026-12-26 Boxing Day'}
          onChange={(event) => setText(event.target.value)}
        />
        <DraftNote draft={draft} />
        {text.trim() !== '' && (
          <div className="holidays__read" aria-live="polite">
            <p>{readWords(added, renamed, holidays.length - added - renamed)}</p>
            {unread.length > 0 && (
              <ul className="holidays__unread">
                {unread.slice(0, MOST_UNREAD).map(({ line, text: words, why }) => (
                  <li key={line}>
                    Line {line} {why}: <q>{words.slice(0, 60)}</q>
                  </li>
                ))}
                {unread.length > MOST_UNREAD && <li>and {unread.length - MOST_UNREAD} more lines</li>}
              </ul>
            )}
          </div>
        )}
        <DialogActions>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" disabled={added + renamed === 0}>
            Add them
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function readWords(added: number, renamed: number, known: number): string {
  const said = [
    added > 0 && `${added} to add`,
    renamed > 0 && `${renamed} to rename`,
    known > 0 && `${known} there already`,
  ].filter(Boolean);
  return said.length > 0 ? `${said.join(', ')}.` : 'No holiday could be read from this.';
}
