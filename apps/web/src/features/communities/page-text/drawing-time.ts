/** What was drawn was given up: it took longer than it may. */
export class TookTooLong extends Error {
  override name = 'TookTooLong';
}

/**
 * Draws within a time. Drawing is work of the page itself, which nobody can interrupt from outside; but whoever draws
 * measures its words and shapes all along, and is stopped at the first measure that is taken too late.
 * @param limit milliseconds
 * @throws TookTooLong
 */
export async function withinTime<T>(limit: number, draw: () => Promise<T>): Promise<T> {
  const end = performance.now() + limit;
  const isLate = () => performance.now() > end;
  const before = new Set(document.body.children);
  let isStopped = false;
  const letGo = beforeEachMeasure(() => {
    if (!isLate()) return;
    isStopped = true;
    throw new TookTooLong();
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const given = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new TookTooLong()), limit);
  });
  try {
    const drawn = await Promise.race([draw(), given]);
    // Somebody on the way may have gone on without the measure.
    if (isStopped) throw new TookTooLong();
    return drawn;
  } catch (error) {
    // What measures is put into the page for it, and stays where nobody came to take it away.
    for (const left of Array.from(document.body.children))
      if (!before.has(left) && left instanceof SVGSVGElement) left.remove();
    throw isStopped ? new TookTooLong() : error;
  } finally {
    clearTimeout(timer);
    letGo();
  }
}

function beforeEachMeasure(check: () => void): () => void {
  const kinds = [SVGGraphicsElement.prototype, SVGTextContentElement.prototype] as const;
  const [shapes, words] = kinds;
  // oxlint-disable-next-line typescript/unbound-method -- called on whichever element is measured
  const { getBBox } = shapes;
  // oxlint-disable-next-line typescript/unbound-method -- as above
  const { getComputedTextLength } = words;
  shapes.getBBox = function measured(options) {
    check();
    return getBBox.call(this, options);
  };
  words.getComputedTextLength = function measured() {
    check();
    return getComputedTextLength.call(this);
  };
  return () => {
    shapes.getBBox = getBBox;
    words.getComputedTextLength = getComputedTextLength;
  };
}
