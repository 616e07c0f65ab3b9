import { useEffect, useState } from 'react';

/** Milliseconds without a key before the server is asked. */
const PAUSE = 180;

/** The value once it has stayed the same for a moment. */
export function usePatient(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
