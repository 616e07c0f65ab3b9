/**
 * What a diagram may be marked up with: breaks of a line, and `<<names>>` of classes. Any other tag is a word, with the sign
 * behind it where that ends no arrow; the beginning of one alone is a sign.
 */
const TAG = /<<[\w -]+>>|<br\s*\/?>|<([a-z/!?][^<>"|\]}\n]*[^<>"|\]}\n.=-]|[a-z/!?])>|<(?=[a-z/!?])/gi;

/** Mermaid reads labels as HTML before it cleans them: here there is none to read. */
export function withoutTags(text: string): string {
  return text.replaceAll(TAG, (found, words?: string) => {
    if (words !== undefined) return `#lt;${words}#gt;`;
    return found === '<' ? '#lt;' : found;
  });
}

/** What Mermaid says, its first lines: it repeats the text and lists every sign that it could have read. */
export function reasonOf(error: unknown, text = ''): string {
  const message = error instanceof Error ? error.message : String(error);
  if (message.startsWith('No diagram type detected'))
    return 'Its first line does not say what kind of diagram it is, as “flowchart TD” or “sequenceDiagram” do.';
  const [first = ''] = message.split('\n');
  const got = /Expecting .*?, got '([^']*)'/.exec(message)?.[1];
  if (got === undefined) return first.slice(0, 300);
  // Its parsers call the end of the text by a number or a name of their own, behind its last line.
  if (got === '1' || got === 'EOF') return `It ends too early, at line ${text.trimEnd().split('\n').length}.`;
  return `${first.replace(/:$/, '')}: it did not expect “${got}” there.`;
}
