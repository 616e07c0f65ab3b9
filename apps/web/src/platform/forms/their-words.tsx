import { Button } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import './their-words.css';

export type TheirWordsProps = {
  /** What it says now. */
  words: string;
  /** Lets the own words go. */
  onTake: () => void;
  /** Puts theirs behind the own words, to make one text of both. */
  onAdd?: (() => void) | undefined;
};

/** Two wrote at once: what the other one wrote, beside the own words, which stay until somebody decides. */
export function TheirWords({ words, onTake, onAdd }: TheirWordsProps) {
  const short = !words.includes('\n') && words.length <= 160;
  const said = words === '' ? 'nothing' : `“${words}”`;
  return (
    <ErrorNote
      title={`Somebody changed this meanwhile. It says now:${short ? ` ${said}` : ''}`}
      next={
        <>
          {!short && <blockquote className="their-words">{words}</blockquote>}
          Your words are kept. Save again to replace theirs.
        </>
      }
      action={
        <>
          {onAdd && words !== '' && (
            <Button size="sm" onClick={onAdd}>
              Add theirs below mine
            </Button>
          )}
          <Button size="sm" variant="ghost" onClick={onTake}>
            Take theirs
          </Button>
        </>
      }
    />
  );
}
