import { IconButton } from '@chapterhouse/ui/icon-button';
import { Menu, MenuItem } from '@chapterhouse/ui/menu';
import { Table } from '@chapterhouse/ui/table';
import { MoreHorizontal } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { AdoptionPartsFragment } from '../../../generated/graphql';
import { dayWords } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { can } from '../../../platform/session/can';
import { Moment } from '../../impediments/public';
import { pageAddress } from '../artifacts/artifact-addresses';
import type { ShownArtifact } from '../artifacts/shown-artifact';
import { behindWords, FEEL_WORDS } from './adoption-words';
import { EditAdoptionDialog } from './edit-adoption-dialog';
import { EndAdoptionDialog } from './end-adoption-dialog';

export type AdoptionTableProps = { artifact: ShownArtifact; adoptions: readonly AdoptionPartsFragment[] };

/** Team by team: those furthest behind first. */
export function AdoptionTable({ artifact, adoptions }: AdoptionTableProps) {
  const [asked, ask] = useState<{ kind: 'edit' | 'end'; adoption: AdoptionPartsFragment } | null>(null);
  const today = useToday();
  const sorted = adoptions.toSorted((a, b) => b.behindBy - a.behindBy || a.team.name.localeCompare(b.team.name));
  const close = () => ask(null);
  return (
    <div className="adoption__teams">
      <Table caption="Teams that follow it">
        <thead>
          <tr>
            <th scope="col">Team</th>
            <th scope="col">Version</th>
            <th scope="col">Since</th>
            <th scope="col">How it goes</th>
            <th scope="col">
              <span className="ch-visually-hidden">More</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((adoption) => {
            const { id, team, version, behindBy, since, feel, note, nudgedAt } = adoption;
            return (
              <tr key={id}>
                <th scope="row">
                  <Link to={`/teams/${encodeURIComponent(team.id)}`}>{team.name}</Link>
                </th>
                <td>
                  <Link to={pageAddress(artifact.key, 'index', version.number)}>
                    <span className="adoption__said">Version </span>
                    {version.number}
                  </Link>
                  <span className="adoption__behind" data-behind={behindBy > 0 || undefined}>
                    {behindWords(adoption)}
                  </span>
                  {nudgedAt !== null && behindBy > 0 && (
                    <span className="adoption__quiet">
                      nudged <Moment at={nudgedAt} />
                    </span>
                  )}
                </td>
                <td>
                  <span className="adoption__said">Since </span>
                  {dayWords(since, today)}
                </td>
                <td>
                  {feel === null && note === '' && <span className="adoption__quiet">Not said yet</span>}
                  {feel !== null && FEEL_WORDS[feel]}
                  {note !== '' && <p className="adoption__note">{note}</p>}
                </td>
                <td>
                  {(can(adoption, 'adoption:edit') || can(adoption, 'adoption:end')) && (
                    <Menu
                      align="end"
                      trigger={
                        <IconButton size="sm" label={`More of ${team.name}`} icon={<MoreHorizontal aria-hidden />} />
                      }
                    >
                      {can(adoption, 'adoption:edit') && (
                        <MenuItem onSelect={() => ask({ kind: 'edit', adoption })}>Version, how it goes …</MenuItem>
                      )}
                      {can(adoption, 'adoption:end') && (
                        <MenuItem tone="danger" onSelect={() => ask({ kind: 'end', adoption })}>
                          Follow it no more …
                        </MenuItem>
                      )}
                    </Menu>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </Table>
      {asked?.kind === 'edit' && (
        <EditAdoptionDialog
          adoption={asked.adoption}
          title={artifact.title}
          numbers={artifact.versions.map(({ number }) => number)}
          onClose={close}
        />
      )}
      {asked?.kind === 'end' && <EndAdoptionDialog adoption={asked.adoption} title={artifact.title} onClose={close} />}
    </div>
  );
}
