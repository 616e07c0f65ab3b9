import { Button } from '@chapterhouse/ui/button';
import { useEffect, useRef } from 'react';
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
  useFocusWhenGone(changes);
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

/** Its buttons go away under whoever pressed one: the focus goes to the screen's heading instead of nowhere. */
function useFocusWhenGone(changes: number): void {
  const shown = useRef(false);
  useEffect(() => {
    const gone = shown.current && changes === 0;
    shown.current = changes > 0;
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (gone && lost) document.querySelector('h1')?.focus({ preventScroll: true });
  }, [changes]);
}
