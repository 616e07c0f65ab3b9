import { Combobox } from '@chapterhouse/ui/combobox';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { PageLinePartsFragment } from '../../../generated/graphql';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { draftAddress } from '../artifacts/artifact-addresses';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { MOVE_PAGE } from './draft.operations';
import { isWithin, lastBelow } from './page-moves';
import type { PageDialogProps } from './title-dialog';

const TOP = ':top';

/** Puts a page, with all below it, somewhere else in the tree. */
export function MovePageDialog({
  artifact,
  pages,
  openPath,
  page,
  onClose,
}: PageDialogProps & { page: PageLinePartsFragment }) {
  const navigate = useNavigate();
  const [parent, setParent] = useState<string | null>(page.parentPath ?? TOP);
  const { act, pending, refusal, key } = useShownAct(MOVE_PAGE);
  const options = [
    { value: TOP, label: 'The top' },
    ...pages
      .filter(({ path }) => !isWithin(path, page.path))
      .map(({ path, title }) => ({ value: path, label: title, detail: path })),
  ];
  const move = async () => {
    const toParentPath = parent === TOP ? null : parent;
    const afterPath = lastBelow(pages, toParentPath, page.path);
    const done = await act({
      artifactId: artifact.id,
      path: page.path,
      toParentPath,
      afterPath,
      idempotencyKey: key(),
    });
    if (done === null) return;
    onClose();
    // Its address is another one now.
    const moved = done.movePage.pages.find(({ id }) => id === page.id);
    if (moved && openPath === page.path) await navigate(draftAddress(artifact.key, moved.path), { replace: true });
  };
  return (
    <FormDialog
      title={`Move ${page.title}`}
      submit="Move"
      pending={pending}
      refusal={refusal}
      onSubmit={move}
      onClose={onClose}
    >
      <Combobox
        label="Below"
        value={parent}
        options={options}
        hint="It becomes the last page there; all pages below it come along."
        onChange={setParent}
      />
    </FormDialog>
  );
}
