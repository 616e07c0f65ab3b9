import { useQuery } from '@apollo/client/react';
import { createContext, useMemo } from 'react';
import { keysIn } from './keys-in';
import { THINGS } from './things.operations';

export type NamedThings = {
  /** What this was called a moment ago; null while that is not known. */
  nameOf: (key: string) => string | null;
  /** Surely nothing here has this key. */
  isMissing: (key: string) => boolean;
};

export const NamedThingsContext = createContext<NamedThings>({ nameOf: () => null, isMissing: () => false });

/** The names of all that a text names, asked for in one question. */
export function useNamedThings(text: string): NamedThings {
  const keys = useMemo(() => keysIn(text), [text]);
  const { data, previousData } = useQuery(THINGS, {
    variables: { keys },
    skip: keys.length === 0,
    fetchPolicy: 'cache-and-network',
  });
  // While somebody writes on, what is named already keeps its name.
  const known = data ?? previousData;
  const isAnswered = data !== undefined;
  return useMemo(() => {
    const names = new Map(known?.things.map(({ key, name }) => [key, name]));
    const asked = new Set(isAnswered ? keys : []);
    return {
      nameOf: (key) => names.get(key) ?? null,
      isMissing: (key) => asked.has(key) && !names.has(key),
    };
  }, [known, isAnswered, keys]);
}
