/**
 * Replaces a part of a text area as if it were typed: whoever listens hears of it, and the browser's undo takes it back.
 * The caret is behind it afterwards.
 */
export function insertText(area: HTMLTextAreaElement, text: string, from: number, to = from): void {
  // The only way into the browser's undo; it works where the caret is.
  if (document.activeElement === area && typeof document.execCommand === 'function') {
    area.setSelectionRange(from, to);
    // oxlint-disable-next-line typescript/no-deprecated -- nothing has replaced it
    if (document.execCommand('insertText', false, text)) return;
  }
  area.setRangeText(text, from, to, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Puts a paragraph behind the line of the caret, which stays with the words that are being typed. */
export function insertParagraph(area: HTMLTextAreaElement, text: string): void {
  const { value, selectionStart, selectionEnd } = area;
  const lineStart = value.lastIndexOf('\n', selectionEnd - 1) + 1;
  const lineEnd = value.indexOf('\n', selectionEnd);
  const end = lineEnd === -1 ? value.length : lineEnd;
  const empty = value.slice(lineStart, end).trim() === '';
  const before = !empty || (lineStart > 0 && value[lineStart - 2] !== '\n') ? '\n' : '';
  insertText(area, `${empty ? before : '\n\n'}${text}\n`, end);
  if (!empty) area.setSelectionRange(selectionStart, selectionEnd);
}
