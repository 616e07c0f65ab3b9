import { refuseTeamRemoval } from '@chapterhouse/domain/impediments/impediment-links';
import { Button } from '@chapterhouse/ui/button';
import { Chip } from '@chapterhouse/ui/chip';
import { Combobox } from '@chapterhouse/ui/combobox';
import { Popover } from '@chapterhouse/ui/popover';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { ImpedimentFactsFragment } from '../../../generated/graphql';
import { newIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { OfferedCommand } from '../../../platform/commands/offered-command';
import { can } from '../../../platform/session/can';
import { useTeams } from '../use-teams';
import { ADD_AFFECTED_TEAM, REMOVE_AFFECTED_TEAM } from './detail.operations';
import { useQuickAct } from './use-quick-act';

/** Teams that wait; the one that raised it comes first and stays. */
export function AffectedTeams({ impediment }: { impediment: ImpedimentFactsFragment }) {
  const quick = useQuickAct(impediment);
  const { id, key, raisingTeam, affectedTeams } = impediment;
  const ordered = affectedTeams.toSorted((a, b) => Number(b.id === raisingTeam.id) - Number(a.id === raisingTeam.id));
  const remove = (teamId: string) =>
    void quick(
      REMOVE_AFFECTED_TEAM,
      { id, teamId, idempotencyKey: newIdempotencyKey() },
      { affectedTeams: affectedTeams.filter((team) => team.id !== teamId) },
    );
  const removable = can(impediment, 'impediment:remove-team');
  const mayGo = ordered.filter((team) => removable && refuseTeamRemoval(raisingTeam.id, team.id) === null);
  return (
    <div className="detail__chips">
      {mayGo.map((team) => (
        <OfferedCommand
          key={team.id}
          id={`team-off:${team.id}`}
          label={`Take ${team.name} out of ${key}`}
          group="here"
          keywords="remove affected team not affects"
          run={() => remove(team.id)}
        />
      ))}
      {ordered.map((team) =>
        mayGo.includes(team) ? (
          <Chip key={team.id} onRemove={() => remove(team.id)}>
            {team.name}
          </Chip>
        ) : (
          <Chip key={team.id}>{team.name}</Chip>
        ),
      )}
      {can(impediment, 'impediment:add-team') && <AddTeam impediment={impediment} />}
    </div>
  );
}

function AddTeam({ impediment }: { impediment: ImpedimentFactsFragment }) {
  const quick = useQuickAct(impediment);
  const [open, setOpen] = useState(false);
  const { teams, loading } = useTeams();
  const { id, affectedTeams } = impediment;
  const options = teams.filter(({ value }) => !affectedTeams.some((team) => team.id === value));
  const add = (teamId: string | null) => {
    const team = options.find(({ value }) => value === teamId);
    if (!team) return;
    setOpen(false);
    void quick(
      ADD_AFFECTED_TEAM,
      { id, teamId: team.value, idempotencyKey: newIdempotencyKey() },
      { affectedTeams: [...affectedTeams, { __typename: 'Team', id: team.value, name: team.label }] },
    );
  };
  return (
    <Popover
      label="Add a team"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="ghost" size="sm" icon={<Plus aria-hidden />} data-edits="teams">
          Add a team
        </Button>
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- asked for by the button */}
      <Combobox label="Team" value={null} options={options} loading={loading} onChange={add} autoFocus />
    </Popover>
  );
}
