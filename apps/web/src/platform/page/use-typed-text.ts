import { useEffect, useEffectEvent, useRef, useState } from 'react';

/** Milliseconds without a key before the address follows. */
const PAUSE = 200;

/**
 * Words that live in the address, in a field where typing never waits for it: a navigation takes a moment, and a field
 * that shows only what has arrived there loses letters.
 * @param inAddress what the address says now
 * @param write puts the words there
 * @returns what the field shows, and how it is changed
 */
export function useTypedText(inAddress: string, write: (text: string) => void): [string, (text: string) => void] {
  const [text, setText] = useState(inAddress);
  const written = useRef(inAddress);

  const settle = useEffectEvent(() => {
    written.current = text;
    write(text);
  });
  useEffect(() => {
    if (text === written.current) return undefined;
    const timer = setTimeout(() => settle(), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);

  // The address changed by itself: back, forward, a link, a chip that was taken away.
  useEffect(() => {
    if (inAddress === written.current) return;
    written.current = inAddress;
    setText(inAddress);
  }, [inAddress]);

  return [text, setText];
}
