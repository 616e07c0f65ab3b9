import { Button } from '@chapterhouse/ui/button';
import { announce } from '@chapterhouse/ui/live-region';
import { Menu, MenuItem } from '@chapterhouse/ui/menu';
import { Hand } from 'lucide-react';
import type { ImpedimentFactsFragment } from '../../../generated/graphql';
import { newIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { OfferedCommand } from '../../../platform/commands/offered-command';
import { can } from '../../../platform/session/can';
import { useViewer } from '../../../platform/session/session-provider';
import { ADD_AFFECTED_TEAM } from './detail.operations';
import { useQuickAct } from './use-quick-act';

/** Adds a team of the viewer in one click; with several teams, in two. */
export function AffectsUsToo({ impediment }: { impediment: ImpedimentFactsFragment }) {
  const { teams } = useViewer();
  const quick = useQuickAct(impediment);
  const { id, key, affectedTeams } = impediment;
  const missing = teams.filter((team) => !affectedTeams.some((affected) => affected.id === team.id));
  const [first] = missing;
  if (!first || !can(impediment, 'impediment:add-team')) return null;

  const add = async (team: { id: string; name: string }) => {
    const added = await quick(
      ADD_AFFECTED_TEAM,
      { id, teamId: team.id, idempotencyKey: newIdempotencyKey() },
      { affectedTeams: [...affectedTeams, { __typename: 'Team', id: team.id, name: team.name }] },
    );
    if (added) announce(`${team.name} is affected by ${key} too.`);
  };
  const icon = <Hand aria-hidden />;
  return (
    <>
      {missing.map((team) => (
        <OfferedCommand
          key={team.id}
          id={`affects:${team.id}`}
          label={`Affects us too: add ${team.name} to ${key}`}
          group="here"
          keywords="team hits blocks"
          run={() => void add(team)}
        />
      ))}
      {missing.length === 1 ? (
        <Button icon={icon} title={`Adds ${first.name}`} onClick={() => void add(first)}>
          Affects us too
        </Button>
      ) : (
        <Menu trigger={<Button icon={icon}>Affects us too</Button>}>
          {missing.map((team) => (
            <MenuItem key={team.id} onSelect={() => void add(team)}>
              {team.name}
            </MenuItem>
          ))}
        </Menu>
      )}
    </>
  );
}
