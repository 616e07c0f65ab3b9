import { type RefObject, useLayoutEffect, useRef } from 'react';

const grows = (): boolean => globalThis.CSS?.supports?.('field-sizing', 'content') ?? false;

/** A text area as high as its words, where the browser does not do that by itself. */
export function useOwnHeight(shown: boolean): RefObject<HTMLTextAreaElement | null> {
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const field = area.current;
    if (!field || !shown || grows()) return;
    field.style.height = 'auto';
    if (field.scrollHeight > 0)
      field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
  });
  return area;
}
