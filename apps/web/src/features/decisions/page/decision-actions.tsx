import { buttonLook } from '@chapterhouse/ui/button';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { Menu, MenuItem } from '@chapterhouse/ui/menu';
import { Download, Ellipsis, FilePlus2, Link2, Pencil, Repeat2, Undo2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { OfferedCommand } from '../../../platform/commands/offered-command';
import { copyLink } from '../../../platform/page/copy-text';
import { can } from '../../../platform/session/can';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { FlowActions } from '../flow/flow-actions';
import type { FlowDialog } from '../flow/flow-dialogs';
import type { ShownDecision } from './decision-body';
import type { RecordDialog } from './record-dialogs';

export type DecisionActionsProps = {
  decision: ShownDecision;
  onFlow: (dialog: FlowDialog) => void;
  onRecord: (dialog: RecordDialog) => void;
};

type Offer = { label: string; icon: ReactNode; keywords: string; hint?: string; tone?: 'danger'; run: () => void };

/** What this viewer may do to it now: the way forward as buttons, the rest in a menu; all of it in the palette. */
export function DecisionActions({ decision, onFlow, onRecord }: DecisionActionsProps) {
  const { key, title, state } = decision;
  const navigate = useNavigate();
  const mayEdit = can(decision, 'decision:edit');
  const edit = `/decisions/${key}/edit`;
  const copy = () => void copyLink(`/decisions/${key}`, key, title);
  useShortcut({ key: 'e', label: `Edit ${key}`, when: mayEdit, run: () => void navigate(edit) });
  useShortcut({ key: 'y', label: `Copy the link to ${key}`, run: copy });
  const offers = useOffers(decision, onRecord);
  return (
    <>
      <FlowActions decision={decision} onOpen={onFlow} />
      {mayEdit && (
        <Link className={buttonLook()} to={edit}>
          <Pencil aria-hidden />
          Edit
        </Link>
      )}
      {state === 'ACCEPTED' && can(decision, 'decision:amend') && (
        <Link className={buttonLook()} to={`/decisions/new?supersedes=${key}`}>
          <Repeat2 aria-hidden />
          Replace …
        </Link>
      )}
      <IconButton label="Copy link" shortcut="y" icon={<Link2 aria-hidden />} onClick={copy} />
      <Menu align="end" trigger={<IconButton label="More" icon={<Ellipsis aria-hidden />} />}>
        {offers.map(({ label, icon, hint, tone, run }) => (
          <MenuItem key={label} icon={icon} hint={hint} {...(tone && { tone })} onSelect={run}>
            {label}
          </MenuItem>
        ))}
      </Menu>
      {offers.map(({ label, keywords, run }) => (
        <OfferedCommand
          key={label}
          id={`decision:${label}`}
          label={`${label}: ${key}`}
          group="here"
          keywords={keywords}
          run={run}
        />
      ))}
    </>
  );
}

function useOffers(decision: ShownDecision, onRecord: DecisionActionsProps['onRecord']): Offer[] {
  const navigate = useNavigate();
  const { key, state, markdownUrl } = decision;
  return [
    ...(can(decision, 'decision:amend')
      ? [
          {
            label: 'Add an amendment …',
            icon: <FilePlus2 aria-hidden />,
            keywords: 'amend correct add words',
            hint: 'Words are added, never changed',
            run: () => onRecord('amend'),
          },
        ]
      : []),
    // Whoever keeps it has a button for it.
    ...(state === 'ACCEPTED' && !can(decision, 'decision:amend')
      ? [
          {
            label: 'Replace it by another decision …',
            icon: <Repeat2 aria-hidden />,
            keywords: 'supersede change mind',
            hint: 'It stays in force until the other is accepted',
            run: () => void navigate(`/decisions/new?supersedes=${key}`),
          },
        ]
      : []),
    {
      label: 'Download as Markdown',
      icon: <Download aria-hidden />,
      keywords: 'export MADR ADR file',
      run: () => window.location.assign(markdownUrl),
    },
    ...(can(decision, 'decision:withdraw')
      ? [
          {
            label: 'Withdraw …',
            icon: <X aria-hidden />,
            keywords: 'take back',
            tone: 'danger' as const,
            run: () => onRecord('withdraw'),
          },
        ]
      : []),
    ...(can(decision, 'decision:revert')
      ? [
          {
            label: 'Take it out of force …',
            icon: <Undo2 aria-hidden />,
            keywords: 'revert undo',
            hint: 'Without another in its place',
            tone: 'danger' as const,
            run: () => onRecord('revert'),
          },
        ]
      : []),
  ];
}
