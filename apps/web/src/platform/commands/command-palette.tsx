import { lazy, Suspense, useEffect } from 'react';
import { handlePaletteKey } from './palette-key';
import { usePaletteOpen } from './palette-state';
import { TypedAhead } from './typed-ahead';

const load = async () => ({ default: (await import('./palette-dialog')).PaletteDialog });
const PaletteDialog = lazy(load);

/** The key that begins the palette's is pressed some moments before the other: time to fetch its code. */
function fetchAhead({ key }: KeyboardEvent): void {
  if (key === 'Control' || key === 'Meta') void load().catch(() => {});
}

/** Once, in the shell: everything that can be found or done, by a few letters. Its code comes when it is asked for. */
export function CommandPalette() {
  const open = usePaletteOpen();
  useEffect(() => {
    document.addEventListener('keydown', handlePaletteKey);
    document.addEventListener('keydown', fetchAhead);
    return () => {
      document.removeEventListener('keydown', handlePaletteKey);
      document.removeEventListener('keydown', fetchAhead);
    };
  }, []);
  if (!open) return null;
  return (
    <>
      <TypedAhead />
      <Suspense>
        <PaletteDialog />
      </Suspense>
    </>
  );
}
