import { Button } from '@chapterhouse/ui/button';
import { notify } from '@chapterhouse/ui/toast';
import { useViewer } from '../session/session-provider';
import type { KeptDraft } from './use-draft';
import './draft-note.css';

/** At most this much of another tab's words is shown. */
const EXCERPT = 200;

export type DraftNoteProps = {
  draft: KeptDraft;
  /** `choices` and `form`: the draft is no text that anybody could read. */
  what?: 'text' | 'choices' | 'form';
};

const WORDS = {
  text: { one: 'Your text', are: 'is', wrote: 'wrote' },
  choices: { one: 'Your choices', are: 'are', wrote: 'chose otherwise' },
  form: { one: 'What you wrote', are: 'is', wrote: 'wrote otherwise' },
};

/** Says that words from before are back, or that another tab has others; nothing otherwise. */
export function DraftNote({ draft, what = 'text' }: DraftNoteProps) {
  const { one, are, wrote } = WORDS[what];
  const { timeZone } = useViewer().organization;
  const { restoredAt, other, discard, choose } = draft;
  if (other) {
    return (
      <div className="draft-note" role="note">
        <p>
          In another tab you {wrote} at {timeWords(other.at, timeZone)}
          {what === 'text' ? `: “${excerpt(other.text)}”` : '.'}
        </p>
        <Button size="sm" onClick={() => choose('other')}>
          Use that instead
        </Button>
        <Button size="sm" variant="ghost" onClick={() => choose('these')}>
          Keep what is here
        </Button>
      </div>
    );
  }
  if (restoredAt === null) return null;
  const throwAway = () => {
    const putBack = discard();
    notify({ title: `${one} ${are} thrown away.`, action: { label: 'Put it back', onSelect: putBack } });
  };
  return (
    <div className="draft-note" role="note">
      <p>
        {one} {what === 'form' ? 'at' : 'from'} {timeWords(restoredAt, timeZone)} {are} back.
      </p>
      <Button size="sm" variant="ghost" onClick={throwAway}>
        Discard
      </Button>
    </div>
  );
}

/** "14:05" of today, else "3 Dec 2026, 14:05". @param at milliseconds */
function timeWords(at: number, timeZone: string, now = Date.now()): string {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone });
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(at);
  return day.format(at) === day.format(now) ? time : `${day.format(at)}, ${time}`;
}

const excerpt = (text: string): string => (text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text);
