import { Button } from '@chapterhouse/ui/button';
import { Dialog, DialogActions } from '@chapterhouse/ui/dialog';
import { notify } from '@chapterhouse/ui/toast';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ImportFieldsFragment } from '../../../generated/graphql';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { useAct } from '../../../platform/refusals/use-act';
import { DISCARD_IMPORT } from '../imports.operations';

/** Forgets the files; asks first, because they are gone then. */
export function DiscardButton({ shown }: { shown: ImportFieldsFragment }) {
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const { id, version, state } = shown;
  const { act, pending, refusal } = useAct(DISCARD_IMPORT, {
    update: (cache) => {
      cache.evict({ id: cache.identify({ __typename: 'Import', id }) ?? '' });
      cache.evict({ id: 'ROOT_QUERY', fieldName: 'imports' });
    },
  });
  const discard = async () => {
    if ((await act({ id, version })) === null) return;
    await navigate('/imports', { replace: true });
    notify({ title: 'The import is discarded.' });
  };
  return (
    <>
      <Button variant="ghost" icon={<Trash2 aria-hidden />} onClick={() => setAsking(true)}>
        Discard
      </Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title="Discard this import?"
        description={
          state === 'APPLIED'
            ? 'Its files and its report are forgotten. What it brought in stays.'
            : 'Its files and the preview are forgotten. Nothing of it was applied.'
        }
        size="sm"
      >
        <RefusalNote refusal={refusal} />
        <DialogActions>
          <Button variant="ghost" onClick={() => setAsking(false)}>
            Keep it
          </Button>
          <Button variant="danger" pending={pending} onClick={() => void discard()}>
            Discard
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
