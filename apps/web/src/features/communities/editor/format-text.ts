/** A change of a text and what is selected after it. */
export type TextEdit = { from: number; to: number; insert: string; anchor: number; head: number };

/** Marks around what is selected; taken away where they are already. */
export function surround(text: string, from: number, to: number, mark: string, placeholder: string): TextEdit {
  const inside = text.slice(from, to);
  const size = mark.length;
  if (inside !== '' && text.slice(from - size, from) === mark && text.slice(to, to + size) === mark) {
    return { from: from - size, to: to + size, insert: inside, anchor: from - size, head: to - size };
  }
  const words = inside === '' ? placeholder : inside;
  return { from, to, insert: `${mark}${words}${mark}`, anchor: from + size, head: from + size + words.length };
}

/** The same beginning on every selected line; taken away where all of them have it. */
export function prefixLines(text: string, from: number, to: number, prefix: string): TextEdit {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const after = text.indexOf('\n', to);
  const end = after === -1 ? text.length : after;
  const lines = text.slice(start, end).split('\n');
  const all = lines.every((line) => line.startsWith(prefix));
  const insert = lines.map((line) => (all ? line.slice(prefix.length) : `${prefix}${line}`)).join('\n');
  return { from: start, to: end, insert, anchor: start + insert.length, head: start + insert.length };
}

/** Words at the caret, which goes on behind them; a space keeps them from the words beside: `D-7` in `D-7and` leads nowhere. */
export function insertAt(text: string, caret: number, words: string): TextEdit {
  const before = BESIDE.test(text.slice(0, caret).slice(-1)) ? ' ' : '';
  const after = BESIDE.test(text.slice(caret, caret + 1)) ? ' ' : '';
  const insert = `${before}${words}${after}`;
  const behind = caret + before.length + words.length;
  return { from: caret, to: caret, insert, anchor: behind, head: behind };
}

const BESIDE = /[\p{L}\p{N}_/-]/u;

/** A paragraph of its own behind the line of the caret. */
export function paragraphBehind(text: string, caret: number, words: string): TextEdit {
  const after = text.indexOf('\n', caret);
  const end = after === -1 ? text.length : after;
  const line = text.slice(text.lastIndexOf('\n', caret - 1) + 1, end);
  const insert = `${line.trim() === '' ? '' : '\n\n'}${words}\n`;
  return { from: end, to: end, insert, anchor: end + insert.length, head: end + insert.length };
}

export const TABLE = '| Column | Column |\n| --- | --- |\n| Words | Words |';
export const DIAGRAM =
  '```mermaid\nflowchart TD\n  question{"Is it ready?"} -->|yes| ship["Ship it"]\n  question -->|no| wait["Wait"]\n```';
