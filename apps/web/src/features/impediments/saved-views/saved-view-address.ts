import type { SavedViewFactsFragment } from '../../../generated/graphql';

/** The same view whatever the order of its parameters. */
export function sameSearch(a: string, b: string): boolean {
  return normal(a) === normal(b);
}

function normal(search: string): string {
  const params = [...new URLSearchParams(search)].map(([name, value]) => `${name}=${value}`);
  return params.sort().join('&');
}

/** Where a saved view is looked at. */
export function addressOf({ screen, search }: Pick<SavedViewFactsFragment, 'screen' | 'search'>): string {
  const path = screen === 'LIST' ? '/impediments/list' : '/impediments';
  return search === '' ? path : `${path}?${search}`;
}
