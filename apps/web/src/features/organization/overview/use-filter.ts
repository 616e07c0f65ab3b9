import { useSearchParams } from 'react-router';

/** The words to filter by, kept in the address. */
export function useFilter(): [string, (text: string) => void] {
  const [search, setSearch] = useSearchParams();
  const change = (text: string) =>
    setSearch(
      (before) => {
        if (text === '') before.delete('q');
        else before.set('q', text);
        return before;
      },
      { replace: true },
    );
  return [search.get('q') ?? '', change];
}
