import { Button } from '@chapterhouse/ui/button';
import { useState } from 'react';
import type { ImportsQuery } from '../../../generated/graphql';
import { ImportRow } from './import-row';

export type ListedImport = ImportsQuery['imports']['edges'][number]['node'];
export type ImportsListProps = {
  imports: readonly ListedImport[];
  /** Null: all are shown. */
  onMore: (() => Promise<unknown>) | null;
};

/** The latest first. */
export function ImportsList({ imports, onMore }: ImportsListProps) {
  const [pending, setPending] = useState(false);
  const more = () => {
    setPending(true);
    void onMore?.()
      .catch(() => {})
      .finally(() => setPending(false));
  };
  return (
    <>
      <ul className="imports" aria-label="Imports">
        {imports.map((one) => (
          <ImportRow key={one.id} listed={one} />
        ))}
      </ul>
      {onMore && (
        <Button pending={pending} onClick={more}>
          Show earlier imports
        </Button>
      )}
    </>
  );
}
