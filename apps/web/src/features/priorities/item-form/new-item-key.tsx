import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { useMayCreate } from '../use-may-create';
import { setCreating } from './create-state';

/** `n` writes a new item, on every planning screen, for those who may. */
export function NewItemKey({ productId }: { productId: string }) {
  const { item } = useMayCreate(productId);
  useShortcut({
    key: 'n',
    label: 'New backlog item',
    group: 'create',
    when: item,
    run: () => setCreating({ productId }),
  });
  return null;
}
