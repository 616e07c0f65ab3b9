import { TextField } from '@chapterhouse/ui/text-field';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { PageLinePartsFragment } from '../../../generated/graphql';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { draftAddress } from '../artifacts/artifact-addresses';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { ADD_PAGE, RENAME_PAGE } from './draft.operations';

export type PageDialogProps = {
  artifact: { id: string; key: string };
  pages: readonly PageLinePartsFragment[];
  /** Of the page that is open. */
  openPath: string;
  onClose: () => void;
};

export type TitleDialogProps = PageDialogProps & {
  /** The new page's parent; null: at the top. */
  below: PageLinePartsFragment | null;
  /** Null: a new page. */
  renamed: PageLinePartsFragment | null;
};

/** The title of a new page, or another one for a page. */
export function TitleDialog({ artifact, pages, below, renamed, onClose }: TitleDialogProps) {
  const navigate = useNavigate();
  const [title, setTitle] = useState(renamed?.title ?? '');
  const [tried, setTried] = useState(false);
  const add = useShownAct(ADD_PAGE);
  const rename = useShownAct(RENAME_PAGE);
  const missing = title.trim() === '' ? 'Say what the page is about.' : undefined;
  const refusal = add.refusal ?? rename.refusal;
  const save = async () => {
    setTried(true);
    if (missing !== undefined) return;
    const words = { artifactId: artifact.id, title: title.trim() };
    if (renamed) {
      if ((await rename.act({ ...words, path: renamed.path, idempotencyKey: rename.key() })) === null) return;
      return onClose();
    }
    const done = await add.act({ ...words, parentPath: below?.path ?? null, idempotencyKey: add.key() });
    if (done === null) return;
    onClose();
    // The server says where it is: the one that was not there before.
    const before = new Set(pages.map(({ id }) => id));
    const added = done.addPage.pages.find(({ id }) => !before.has(id));
    if (added) await navigate(draftAddress(artifact.key, added.path));
  };
  return (
    <FormDialog
      title={renamed ? `Rename ${renamed.title}` : below ? `Add a page below ${below.title}` : 'Add a page'}
      submit={renamed ? 'Rename' : 'Add'}
      pending={add.pending || rename.pending}
      refusal={refusal}
      fieldsShown={['title']}
      onSubmit={save}
      onClose={onClose}
    >
      <TextField
        label="Title"
        value={title}
        hint={renamed ? 'Its address stays: links to it go on leading here.' : undefined}
        error={(tried ? missing : undefined) ?? refusal?.fields['title']}
        onChange={(event) => setTitle(event.target.value)}
      />
    </FormDialog>
  );
}
