import { SOURCE_KINDS, type SourceKind } from '@chapterhouse/domain/impediments/impediment-fields';
import type { SourceOrder } from '../../../generated/graphql';

/** What the list shows; each is a search parameter of this name. */
export type SourcesView = { text: string; kind: SourceKind | null; order: SourceOrder };

export const ORDERS: readonly { value: SourceOrder; label: string }[] = [
  { value: 'COST', label: 'Cost' },
  { value: 'OPEN', label: 'Open' },
  { value: 'NAME', label: 'Name' },
];
/** What stands in the way most comes first, unless somebody wants it otherwise. */
const USUAL: SourceOrder = 'COST';

export function readSourcesView(params: URLSearchParams): SourcesView {
  return {
    text: params.get('text') ?? '',
    kind: SOURCE_KINDS.find((kind) => kind === params.get('kind')) ?? null,
    order: ORDERS.find(({ value }) => value.toLowerCase() === params.get('order'))?.value ?? USUAL,
  };
}

export function writeSourcesView({ text, kind, order }: SourcesView): URLSearchParams {
  const params = new URLSearchParams();
  if (text !== '') params.set('text', text);
  if (kind !== null) params.set('kind', kind);
  if (order !== USUAL) params.set('order', order.toLowerCase());
  return params;
}
