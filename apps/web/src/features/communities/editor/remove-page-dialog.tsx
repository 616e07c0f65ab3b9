import { notify } from '@chapterhouse/ui/toast';
import { useNavigate } from 'react-router';
import type { PageLinePartsFragment } from '../../../generated/graphql';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { draftAddress } from '../artifacts/artifact-addresses';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { REMOVE_PAGE } from './draft.operations';
import { isWithin } from './page-moves';
import type { PageDialogProps } from './title-dialog';

/** Takes a page out of the draft, with all below it; published versions keep it. */
export function RemovePageDialog({
  artifact,
  pages,
  openPath,
  page,
  onClose,
}: PageDialogProps & { page: PageLinePartsFragment }) {
  const navigate = useNavigate();
  const { act, pending, refusal, key } = useShownAct(REMOVE_PAGE);
  const below = pages.filter(({ path }) => isWithin(path, page.path)).length - 1;
  const remove = async () => {
    if ((await act({ artifactId: artifact.id, path: page.path, idempotencyKey: key() })) === null) return;
    onClose();
    notify({ title: `${page.title} is out of the draft.` });
    if (isWithin(openPath, page.path)) await navigate(draftAddress(artifact.key), { replace: true });
  };
  return (
    <FormDialog
      title={`Remove ${page.title}?`}
      description={
        below === 0
          ? 'Published versions keep it.'
          : `${below === 1 ? 'The page below goes' : `The ${below} pages below go`}, too. Published versions keep them.`
      }
      submit="Remove"
      tone="danger"
      pending={pending}
      refusal={refusal}
      onSubmit={remove}
      onClose={onClose}
    >
      {null}
    </FormDialog>
  );
}
