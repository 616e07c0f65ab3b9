/**
 * Jira's wiki markup as markdown, as far as the two say the same: headings, lists, quotes, code, links, bold. What is
 * already markdown or plain text stays as it is; nothing is left out.
 */
export function markdownOf(text: string): string {
  const plain = text.replaceAll('\r\n', '\n');
  if (!MARKUP.test(plain)) return plain;
  return plain
    .split(CODE)
    .map((part, place) => (place % 2 === 1 ? fenced(part) : wordsOf(part)))
    .join('')
    .trim();
}

const MARKUP =
  /\{(?:code|noformat|quote|color|panel)\b|\{\{|^h[1-6]\. |^[*#-]+ |^bq\. |\[[^\]\n]*\|?https?:|\*[^\s*]|!\S+!/m;
const CODE = /(\{(?:code|noformat)(?::[^}\n]*)?\}[\s\S]*?\{(?:code|noformat)\})/;

function fenced(block: string): string {
  const [, options = '', inside = ''] =
    /^\{(?:code|noformat)(?::([^}\n]*))?\}([\s\S]*)\{(?:code|noformat)\}$/.exec(block) ?? [];
  const language = options.split('|').find((option) => /^[\w+#-]+$/.test(option)) ?? '';
  const body = inside.replace(/^\n/, '').replace(/\n$/, '');
  const fence = body.includes('```') ? '````' : '```';
  return `\n${fence}${language}\n${body}\n${fence}\n`;
}

function wordsOf(text: string): string {
  return text
    .replaceAll(/\{quote\}\n?([\s\S]*?)\n?\{quote\}/g, (_, inside: string) => `\n${quoted(inside)}\n`)
    .replaceAll(/\{color(?::[^}\n]*)?\}/g, '')
    .replaceAll(/\{panel(?::[^}\n]*)?\}/g, '')
    .split('\n')
    .map(lineOf)
    .join('\n');
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

function lineOf(line: string): string {
  const heading = /^h([1-6])\.\s*(.*)$/.exec(line);
  if (heading) return `${'#'.repeat(Number(heading[1]))} ${inline(heading[2] ?? '')}`;
  const quote = /^bq\.\s+(.*)$/.exec(line);
  if (quote) return `> ${inline(quote[1] ?? '')}`;
  const entry = /^([*#-]{1,6})\s+(.*)$/.exec(line);
  if (!entry) return inline(line);
  const marks = entry[1] ?? '';
  return `${'   '.repeat(marks.length - 1)}${marks.endsWith('#') ? '1.' : '-'} ${inline(entry[2] ?? '')}`;
}

function inline(text: string): string {
  return text
    .replaceAll(/\{\{(.+?)\}\}/g, '`$1`')
    .replaceAll(/\[([^\]|\n]+)\|((?:https?|mailto):[^\]|\s]+)(?:\|[^\]]*)?\]/g, '[$1]($2)')
    .replaceAll(/\[(https?:[^\]|\s]+)\]/g, '<$1>')
    .replaceAll(/(^|[\s(>])\*(\S(?:[^*\n]*\S)?)\*(?=$|[\s).,;:!?])/g, '$1**$2**');
}
