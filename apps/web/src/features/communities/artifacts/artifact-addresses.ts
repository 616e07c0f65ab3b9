const encoded = (path: string) => path.split('/').map(encodeURIComponent).join('/');
const withVersion = (address: string, number: number | null | undefined) =>
  number === null || number === undefined ? address : `${address}?version=${number}`;

export const artifactAddress = (key: string): string => `/artifacts/${key}`;

/** @param number of an older version; the current one when left out */
export const pageAddress = (key: string, path: string, number?: number | null): string =>
  withVersion(`/artifacts/${key}/pages/${encoded(path)}`, number);

export const draftAddress = (key: string, path = ''): string =>
  path === '' ? `/artifacts/${key}/draft` : `/artifacts/${key}/draft/${encoded(path)}`;

export const proposeAddress = (key: string, path: string): string => `/artifacts/${key}/propose/${encoded(path)}`;

/** @param from number of a version @param to number of a version; the draft when left out */
export function compareAddress(key: string, from: number | null, to?: number | null): string {
  const params = new URLSearchParams();
  if (from !== null) params.set('from', String(from));
  if (to !== null && to !== undefined) params.set('to', String(to));
  return `/artifacts/${key}/compare${params.size > 0 ? `?${params.toString()}` : ''}`;
}
