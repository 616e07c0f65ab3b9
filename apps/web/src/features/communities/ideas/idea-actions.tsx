import { Button } from '@chapterhouse/ui/button';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { Menu, MenuItem } from '@chapterhouse/ui/menu';
import { notify } from '@chapterhouse/ui/toast';
import { Ban, BookCheck, Ellipsis, FlaskConical, Pencil, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import type { IdeaPartsFragment } from '../../../generated/graphql';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { can } from '../../../platform/session/can';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { AdoptIdeaDialog } from './adopt-idea-dialog';
import { DropIdeaDialog, EndTrialDialog } from './end-dialogs';
import { IdeaDialog } from './idea-dialog';
import { REOPEN_IDEA } from './ideas.operations';
import { TryIdeaDialog } from './try-idea-dialog';
import { VoteButton } from './vote-button';
import './idea-lines.css';

type Asked = 'edit' | 'try' | 'end' | 'adopt' | 'drop';

/** The next step of an idea, and the others. */
export function IdeaActions({ idea }: { idea: IdeaPartsFragment }) {
  const { id, version } = idea;
  const [asked, ask] = useState<Asked | null>(null);
  const { act, pending, refusal, key } = useShownAct(REOPEN_IDEA);
  const close = () => ask(null);
  const may = {
    edit: can(idea, 'idea:edit'),
    try: can(idea, 'idea:try'),
    end: can(idea, 'idea:end-trial'),
    adopt: can(idea, 'idea:adopt'),
    drop: can(idea, 'idea:drop'),
  };
  useShortcut({ key: 't', label: 'Try it in a team', when: may.try, run: () => ask('try') });
  useShortcut({ key: 'e', label: 'Edit the idea', when: may.edit, run: () => ask('edit') });
  const reopen = async () => {
    if (await act({ id, version, idempotencyKey: key() })) notify({ title: 'The idea is open again.' });
  };
  return (
    <>
      <RefusalNote refusal={refusal} />
      <VoteButton idea={idea} />
      {may.try && (
        <Button icon={<FlaskConical aria-hidden />} onClick={() => ask('try')}>
          Try it in a team
        </Button>
      )}
      {may.end && (
        <Button icon={<FlaskConical aria-hidden />} onClick={() => ask('end')}>
          Say what it showed
        </Button>
      )}
      {may.adopt && (
        <Button icon={<BookCheck aria-hidden />} onClick={() => ask('adopt')}>
          Adopt it
        </Button>
      )}
      {can(idea, 'idea:reopen') && (
        <Button icon={<RotateCcw aria-hidden />} pending={pending} onClick={() => void reopen()}>
          Open it again
        </Button>
      )}
      {(may.edit || may.drop) && (
        <Menu align="end" trigger={<IconButton label="More of this idea" icon={<Ellipsis aria-hidden />} />}>
          {may.edit && (
            <MenuItem icon={<Pencil aria-hidden />} onSelect={() => ask('edit')}>
              Edit …
            </MenuItem>
          )}
          {may.drop && (
            <MenuItem icon={<Ban aria-hidden />} tone="danger" onSelect={() => ask('drop')}>
              Drop it …
            </MenuItem>
          )}
        </Menu>
      )}
      {asked === 'edit' && <IdeaDialog community={idea.community} idea={idea} onClose={close} />}
      {asked === 'try' && <TryIdeaDialog idea={idea} onClose={close} />}
      {asked === 'end' && <EndTrialDialog idea={idea} onClose={close} />}
      {asked === 'adopt' && <AdoptIdeaDialog idea={idea} onClose={close} />}
      {asked === 'drop' && <DropIdeaDialog idea={idea} onClose={close} />}
    </>
  );
}
