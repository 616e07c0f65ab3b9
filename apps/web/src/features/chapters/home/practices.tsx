import { IconButton } from '@chapterhouse/ui/icon-button';
import { Button } from '@chapterhouse/ui/button';
import { Menu, MenuItem } from '@chapterhouse/ui/menu';
import { ExternalLink, HeartHandshake, MoreHorizontal, Plus } from 'lucide-react';
import { useState } from 'react';
import type { PracticeFactsFragment } from '../../../generated/graphql';
import { MarkdownText } from '../../../platform/markdown/markdown-text';
import { useIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { useAct } from '../../../platform/refusals/use-act';
import { can } from '../../../platform/session/can';
import { Moment } from '../../impediments/public';
import { ChapterPart } from './chapter-part';
import type { ShownChapter } from './chapter-page';
import { PracticeDialog, RemovePracticeDialog } from './practice-dialog';
import { THANK_FOR_PRACTICE } from './chapter.operations';

type Asked = { kind: 'share' } | { kind: 'edit' | 'remove'; practice: PracticeFactsFragment };

/** What one team does that others may copy. */
export function Practices({ chapter }: { chapter: ShownChapter }) {
  const [asked, ask] = useState<Asked | null>(null);
  const { practices } = chapter;
  const close = () => ask(null);
  return (
    <ChapterPart
      title="Practices to copy"
      count={practices.length}
      actions={
        can(chapter, 'practice:share') && (
          <Button size="sm" variant="ghost" icon={<Plus aria-hidden />} onClick={() => ask({ kind: 'share' })}>
            Share one
          </Button>
        )
      }
    >
      {practices.length === 0 && (
        <p className="chapter__quiet">
          Something that works in one team and could in another: say what you do, and what it brought.
        </p>
      )}
      <ul className="practices">
        {practices.map((practice) => (
          <Practice key={practice.id} practice={practice} onAsk={(kind) => ask({ kind, practice })} />
        ))}
      </ul>
      {asked?.kind === 'share' && <PracticeDialog chapter={chapter} onClose={close} />}
      {asked?.kind === 'edit' && <PracticeDialog chapter={chapter} practice={asked.practice} onClose={close} />}
      {asked?.kind === 'remove' && <RemovePracticeDialog practice={asked.practice} onClose={close} />}
    </ChapterPart>
  );
}

type PracticeProps = { practice: PracticeFactsFragment; onAsk: (kind: 'edit' | 'remove') => void };

function Practice({ practice, onAsk }: PracticeProps) {
  const { title, words, url, by, team, at } = practice;
  const [mayEdit, mayRemove] = [can(practice, 'practice:edit'), can(practice, 'practice:remove')];
  return (
    <li className="practice">
      <header>
        <h3>{title}</h3>
        {(mayEdit || mayRemove) && (
          <Menu
            align="end"
            trigger={<IconButton label={`More of “${title}”`} size="sm" icon={<MoreHorizontal aria-hidden />} />}
          >
            {mayEdit && <MenuItem onSelect={() => onAsk('edit')}>Edit …</MenuItem>}
            {mayRemove && (
              <MenuItem tone="danger" onSelect={() => onAsk('remove')}>
                Remove …
              </MenuItem>
            )}
          </Menu>
        )}
      </header>
      <MarkdownText text={words} />
      {url !== null && url !== '' && (
        <a className="practice__url" href={url} target="_blank" rel="noreferrer">
          <ExternalLink aria-hidden />
          {new URL(url).host} (new tab)
        </a>
      )}
      <footer>
        <span>
          {by.name}
          {team && `, ${team.name}`}, <Moment at={at} />
        </span>
        <Thanks practice={practice} />
      </footer>
    </li>
  );
}

function Thanks({ practice }: { practice: PracticeFactsFragment }) {
  const { id, title, thanks, viewerThanked } = practice;
  const { act, refusal } = useAct(THANK_FOR_PRACTICE, {
    optimisticResponse: {
      __typename: 'Mutation',
      practice: {
        __typename: 'Practice',
        id,
        viewerThanked: !viewerThanked,
        thanks: thanks + (viewerThanked ? -1 : 1),
      },
    },
  });
  const { key, renew } = useIdempotencyKey();
  const thank = async () => {
    await act({ id, thank: !viewerThanked, idempotencyKey: key() });
    renew();
  };
  if (!can(practice, 'practice:thank')) return thanks > 0 && <span>{thanks} said thank you</span>;
  return (
    <>
      <RefusalNote refusal={refusal} />
      <Button
        size="sm"
        variant="ghost"
        icon={<HeartHandshake aria-hidden />}
        aria-pressed={viewerThanked}
        aria-label={`Thank you for “${title}”, ${thanks} so far`}
        onClick={() => void thank()}
      >
        Thank you{thanks > 0 && ` ${thanks}`}
      </Button>
    </>
  );
}
