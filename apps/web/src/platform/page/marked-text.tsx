import './marked-text.css';

/** The server puts what was found between these two, which nobody types. */
const MARKS = /\uE000([^\uE001]*)\uE001/u;

/** Plain text with what was found in it marked; the marks themselves are never shown. */
export function MarkedText({ text }: { text: string }) {
  return text.split(MARKS).map((part, index) => {
    const plain = part.replaceAll(/[\uE000\uE001]/gu, '');
    // oxlint-disable-next-line react/no-array-index-key -- the parts of one text have no other name
    return index % 2 === 1 ? (
      <mark key={index} className="marked">
        {plain}
      </mark>
    ) : (
      plain
    );
  });
}
