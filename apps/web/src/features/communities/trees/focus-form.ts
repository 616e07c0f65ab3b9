/** How often, and after how many milliseconds each time, a field is looked for: what was changed is drawn after a pause. */
const TRIES = 20;
const PAUSE = 30;

const FIELDS = { words: '.node-form textarea', incoming: '.node-form [data-incoming] input' };

/**
 * Moves to a field of the form of the node that is chosen by then; its words are taken up whole, so that typing puts others
 * in their place.
 * @param words what the field says once it is the right one; left out: whatever it says
 */
export function focusForm(field: keyof typeof FIELDS, words?: string, tries = TRIES): void {
  setTimeout(() => {
    const found = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(FIELDS[field]);
    const said = document.querySelector<HTMLTextAreaElement>(FIELDS.words)?.value;
    if (found && (words === undefined || said === words)) {
      found.focus();
      found.select();
    } else if (tries > 0) focusForm(field, words, tries - 1);
  }, PAUSE);
}
