import { trialProblems } from '@chapterhouse/domain/communities/community-fields';
import { TextField } from '@chapterhouse/ui/text-field';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { addDays } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { conflictOf } from '../../../platform/forms/conflict';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useViewer } from '../../../platform/session/session-provider';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { TeamField } from '../adoption/team-field';
import type { IdeaStepProps } from './end-dialogs';
import { TRY_IDEA } from './ideas.operations';

/** Two sprints or so. */
const USUAL_DAYS = 28;

/** A team tries it until a day; nobody else has to. */
export function TryIdeaDialog({ idea, onClose }: IdeaStepProps) {
  const { teams } = useViewer();
  const today = useToday();
  const [team, setTeam] = useState<string | null>(teams[0]?.id ?? null);
  const [until, setUntil] = useState(addDays(today, USUAL_DAYS));
  const [version] = useState(idea.version);
  const [tried, setTried] = useState(false);
  const { act, pending, refusal, key } = useShownAct(TRY_IDEA);
  const problem = trialProblems(until, today)[0]?.problem;
  const submit = async () => {
    setTried(true);
    if (team === null || problem !== undefined) return;
    const seen = conflictOf(refusal)?.version ?? version;
    if ((await act({ id: idea.id, version: seen, teamId: team, until, idempotencyKey: key() })) === null) return;
    onClose();
    notify({ title: 'The trial has begun.', detail: 'On its last day you are asked what it showed.' });
  };
  return (
    <FormDialog
      title="Try it in a team"
      description="One team tries it for a while, and then says what it showed. All others wait."
      submit="Begin the trial"
      pending={pending}
      refusal={refusal}
      fieldsShown={['teamId', 'until']}
      onSubmit={submit}
      onClose={onClose}
    >
      <TeamField
        label="Which team?"
        value={team}
        error={(tried && team === null ? 'Choose the team.' : undefined) ?? refusal?.fields['teamId']}
        onChange={setTeam}
      />
      <TextField
        label="Until"
        type="date"
        min={today}
        value={until}
        error={(tried ? problem : undefined) ?? refusal?.fields['until']}
        onChange={({ target: { value } }) => setUntil(value)}
      />
    </FormDialog>
  );
}
