/** One entry of a feed; moments in ISO 8601. */
export interface AtomEntry {
  id: string;
  title: string;
  link: string;
  publishedAt: string;
  updatedAt: string;
  summary: string;
  category: string;
}

export interface AtomFeed {
  id: string;
  title: string;
  /** Of the feed itself. */
  link: string;
  updatedAt: string;
  entries: AtomEntry[];
}

/** RFC 4287. All texts are plain: whatever they look like, readers show them as they are. */
export function atomOf({ id, title, link, updatedAt, entries }: AtomFeed): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${xml(id)}</id>
  <title>${xml(title)}</title>
  <updated>${xml(updatedAt)}</updated>
  <link rel="alternate" type="text/html" href="${xml(link)}"/>
  <author><name>Chapterhouse</name></author>
${entries.map(entryOf).join('')}</feed>
`;
}

function entryOf({ id, title, link, publishedAt, updatedAt, summary, category }: AtomEntry): string {
  return `  <entry>
    <id>${xml(id)}</id>
    <title type="text">${xml(title)}</title>
    <link rel="alternate" type="text/html" href="${xml(link)}"/>
    <published>${xml(publishedAt)}</published>
    <updated>${xml(updatedAt)}</updated>
    <category term="${xml(category)}"/>
    <summary type="text">${xml(summary)}</summary>
  </entry>
`;
}

const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
/** What XML 1.0 has no place for, lone surrogates included. */
const NO_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function xml(text: string): string {
  return text.replaceAll(NO_XML, '').replaceAll(/[&<>"']/gu, (mark) => MARKS[mark] ?? '');
}
