import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';

/** Milliseconds without a key before the address follows. */
const PAUSE = 200;

/** The words to filter by, kept in the address; typing never waits for it. */
export function useFilter(): [string, (text: string) => void] {
  const [search, setSearch] = useSearchParams();
  const inAddress = search.get('q') ?? '';
  const [text, setText] = useState(inAddress);
  const written = useRef(inAddress);

  const write = useEffectEvent(() => {
    written.current = text;
    setSearch(
      (before) => {
        if (text === '') before.delete('q');
        else before.set('q', text);
        return before;
      },
      { replace: true },
    );
  });
  useEffect(() => {
    if (text === written.current) return undefined;
    const timer = setTimeout(() => write(), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);

  // The address changed by itself: back, forward, a link.
  useEffect(() => {
    if (inAddress === written.current) return;
    written.current = inAddress;
    setText(inAddress);
  }, [inAddress]);

  return [text, setText];
}
