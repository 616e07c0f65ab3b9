import { NUDGED_FROM_BEHIND, nudgeHindrance } from '@chapterhouse/domain/communities/adoption';
import { Checkbox } from '@chapterhouse/ui/checkbox';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import type { AdoptionPartsFragment } from '../../../generated/graphql';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { plural } from '../../impediments/public';
import type { ShownArtifact } from '../artifacts/shown-artifact';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { NUDGE_TEAMS } from './adoption.operations';

export type NudgeDialogProps = {
  artifact: ShownArtifact;
  /** Of teams that are far enough behind. */
  adoptions: readonly AdoptionPartsFragment[];
  onClose: () => void;
};

/** Those that are so far behind that they may be asked to look. */
export const nudgeable = (adoptions: readonly AdoptionPartsFragment[]): AdoptionPartsFragment[] =>
  adoptions.filter(({ behindBy }) => behindBy >= NUDGED_FROM_BEHIND);

/** Asks teams to look at the versions since theirs; each at most once a week. */
export function NudgeDialog({ artifact, adoptions, onClose }: NudgeDialogProps) {
  const [now] = useState(() => new Date());
  const hindered = ({ behindBy, nudgedAt }: AdoptionPartsFragment) =>
    nudgeHindrance({ behind: behindBy, nudgedAt: nudgedAt === null ? null : new Date(nudgedAt) }, now) !== null;
  const [chosen, setChosen] = useState(() =>
    adoptions.filter((adoption) => !hindered(adoption)).map(({ team }) => team.id),
  );
  const { act, pending, refusal, key } = useShownAct(NUDGE_TEAMS);
  const submit = async () => {
    if (chosen.length === 0) return onClose();
    if ((await act({ artifactId: artifact.id, teamIds: chosen, idempotencyKey: key() })) === null) return;
    onClose();
    notify({ title: `${plural(chosen.length, 'team')} will find it in the inbox.` });
  };
  return (
    <FormDialog
      title="Nudge who is behind"
      description={`Their people find “${artifact.title}” in their inbox, with the versions since theirs. Each team at most once a week.`}
      submit={chosen.length === 0 ? 'Nobody' : `Nudge ${plural(chosen.length, 'team')}`}
      pending={pending}
      refusal={refusal}
      onSubmit={submit}
      onClose={onClose}
    >
      <fieldset className="adoption__choices">
        <legend className="ch-visually-hidden">Teams</legend>
        {adoptions.map((adoption) => {
          const { id, team, version, behindBy } = adoption;
          const lately = hindered(adoption);
          return (
            <Checkbox
              key={id}
              label={team.name}
              hint={`Follows version ${version.number}, ${plural(behindBy, 'version')} behind${lately ? '; nudged within the week' : ''}`}
              disabled={lately}
              checked={chosen.includes(team.id)}
              onChange={({ target: { checked } }) =>
                setChosen(checked ? [...chosen, team.id] : chosen.filter((one) => one !== team.id))
              }
            />
          );
        })}
      </fieldset>
    </FormDialog>
  );
}
