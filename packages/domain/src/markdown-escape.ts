/** What means something in markdown (CommonMark and GitHub's) wherever it stands; the at sign for addresses and mentions. */
const ANYWHERE = /[\\`*_[\]<>|~&$@]/gu;
/** What means something at the beginning of a line only: headings, lists, rules, underlines of headings. */
const AT_START = /^(?:[#+\-=]|(\d+)([.)]))/u;
/** Addresses that readers make a link of by themselves. */
const ADDRESS = /(https?|ftp|mailto|xmpp)(:)|(www)(\.)/giu;
/** Control characters, and those that turn the direction of what follows. */
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** Plain text as one line of markdown that shows just these words, and is no markup, link or mention anywhere. */
export function markdownLine(text: string): string {
  return text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(UNSEEN, '')
    .trim()
    .replaceAll(ANYWHERE, String.raw`\$&`)
    .replace(AT_START, (mark, number: string | undefined, point: string) =>
      number === undefined ? `\\${mark}` : `${number}\\${point}`,
    )
    .replaceAll(ADDRESS, (_, scheme: string | undefined, colon: string, www: string, point: string) =>
      scheme === undefined ? `${www}\\${point}` : `${scheme}\\${colon}`,
    );
}

/** Plain text of several lines and paragraphs: its line breaks stay. */
export function markdownText(text: string): string {
  return text
    .split(/\r\n|\r|\n/u)
    .map(markdownLine)
    .join('\n')
    .trim()
    .replaceAll(/\n{2,}/gu, '\n\n')
    .replaceAll(/(?<!\n)\n(?!\n)/gu, '\\\n');
}
