import { lazy, Suspense } from 'react';
import { setCreating, useCreating } from './create-state';

const CreateItemDialog = lazy(async () => ({ default: (await import('./create-item-dialog')).CreateItemDialog }));

/** Once, in the shell: an item is written from wherever it was asked for. */
export function CreateItem() {
  const begun = useCreating();
  if (begun === null) return null;
  return (
    <Suspense>
      <CreateItemDialog begun={begun} onClose={() => setCreating(null)} />
    </Suspense>
  );
}
