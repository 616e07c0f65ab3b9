import { useNavigate } from 'react-router';
import type { ImpedimentFactsFragment } from '../../../generated/graphql';
import { OfferedCommand } from '../../../platform/commands/offered-command';
import { useCommand } from '../../../platform/commands/use-command';
import { can } from '../../../platform/session/can';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { useBeginLevel, useBeginMove } from '../impediment-moves/moves';
import { MOVE_WORDS } from '../impediment-moves/move-words';
import { offeredMoves } from '../impediment-moves/offered-moves';
import { useTake } from '../impediment-moves/use-take';
import { EditCommands } from './edit-commands';

export type ImpedimentCommandsProps = {
  impediment: ImpedimentFactsFragment;
  onVote: () => void;
  onWatch: () => void;
};

/** What may be done to the impediment that is open, by single keys and in the command palette. */
export function ImpedimentCommands({ impediment, onVote, onWatch }: ImpedimentCommandsProps) {
  const { key, state, viewerVotes, viewerWatches } = impediment;
  const begin = useBeginMove();
  const beginLevel = useBeginLevel();
  const take = useTake()(impediment);
  const navigate = useNavigate();
  useShortcut({ key: 'i', label: `Take ${key} myself`, when: take !== null, run: () => take?.() });
  useShortcut({
    key: 'l',
    label: `Change the level of ${key} …`,
    when: can(impediment, 'impediment:set-level'),
    run: () => beginLevel(impediment),
  });
  useShortcut({
    key: 'v',
    label: viewerVotes ? `Take my vote for ${key} back` : `Vote for ${key}`,
    when: can(impediment, 'impediment:vote'),
    run: onVote,
  });
  useShortcut({
    key: 'w',
    label: viewerWatches ? `Watch ${key} no more` : `Watch ${key}`,
    when: can(impediment, 'impediment:watch'),
    run: onWatch,
  });
  useCommand({
    id: 'edit-triage',
    label: `Owner, severity of ${key} …`,
    group: 'here',
    keywords: 'triage next step due assign',
    when: can(impediment, 'impediment:triage') && state !== 'RAISED',
    run: () => begin(impediment, { action: 'impediment:triage', to: state }),
  });
  useCommand({
    id: 'write-brief',
    label: `Write an escalation brief of ${key} …`,
    group: 'here',
    keywords: 'escalate top level executive action team decision ask',
    when: can(impediment, 'impediment:send-brief'),
    run: () => void navigate(`/impediments/${key}/brief`),
  });
  const moves = offeredMoves(impediment).map((move) => {
    const { button, needs } = MOVE_WORDS[move.action];
    return (
      <OfferedCommand
        key={move.to}
        id={`move:${move.to}`}
        label={needs === null ? `${button}: ${key}` : `${button}: ${key} …`}
        group="here"
        first
        keywords="move impediment state"
        run={() => begin(impediment, move)}
      />
    );
  });
  return (
    <>
      {moves}
      <EditCommands impediment={impediment} />
    </>
  );
}
