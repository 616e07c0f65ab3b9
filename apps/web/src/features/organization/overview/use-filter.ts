import { useSearchParams } from 'react-router';
import { useTypedText } from '../../../platform/page/use-typed-text';

/** The words to filter by, kept in the address. */
export function useFilter(): [string, (text: string) => void] {
  const [search, setSearch] = useSearchParams();
  return useTypedText(search.get('q') ?? '', (text) =>
    setSearch(
      (before) => {
        if (text === '') before.delete('q');
        else before.set('q', text);
        return before;
      },
      { replace: true },
    ),
  );
}
