/** Which communities the directory shows. */
export type DirectoryView = { text: string; show: 'all' | 'mine' | 'closed' };

export const SHOWN = [
  { value: 'all', label: 'All' },
  { value: 'mine', label: 'Mine' },
  { value: 'closed', label: 'Closed' },
] as const;

export function readDirectory(params: URLSearchParams): DirectoryView {
  const show = SHOWN.find(({ value }) => value === params.get('show'))?.value ?? 'all';
  return { text: params.get('text') ?? '', show };
}

export function writeDirectory({ text, show }: DirectoryView): URLSearchParams {
  const params = new URLSearchParams();
  if (text.trim() !== '') params.set('text', text);
  if (show !== 'all') params.set('show', show);
  return params;
}
