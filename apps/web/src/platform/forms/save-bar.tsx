import { Button } from '@chapterhouse/ui/button';
import './save-bar.css';

export type SaveBarProps = {
  /** Fields that are other than saved; without any there is nothing to save. */
  changes: number;
  /** What saving does to what is there already. */
  words: string;
  submit: string;
  pending: boolean;
  onDiscard: () => void;
};

/** At the end of a form that is a screen: it comes with the first change, and stays in sight. Its button submits. */
export function SaveBar({ changes, words, submit, pending, onDiscard }: SaveBarProps) {
  if (changes === 0) return null;
  return (
    <section className="save-bar" aria-label="Unsaved changes">
      <p className="save-bar__words">
        <strong>{changes === 1 ? 'One change is not saved.' : `${changes} changes are not saved.`}</strong> {words}
      </p>
      <div className="save-bar__buttons">
        <Button variant="ghost" onClick={onDiscard}>
          Discard
        </Button>
        <Button type="submit" variant="primary" pending={pending}>
          {submit}
        </Button>
      </div>
    </section>
  );
}
