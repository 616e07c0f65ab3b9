import { useEffect, useState } from 'react';

/** A value once it has stayed the same for a while: what somebody types, when they pause. @param wait milliseconds */
export function useSettled<T>(value: T, wait = 250): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), wait);
    return () => clearTimeout(timer);
  }, [value, wait]);
  return settled;
}
