import { useQuery } from '@apollo/client/react';
import type { Role } from '@chapterhouse/domain/organization/role';
import { Button } from '@chapterhouse/ui/button';
import { Users } from 'lucide-react';
import { PeopleField } from '../../../platform/people/people-field';
import type { NamedPerson } from '../../../platform/people/use-people-found';
import { PEOPLE_OF_CHAPTER, PEOPLE_OF_TEAM } from '../cadences.operations';
import type { MeetingPlace } from '../use-meeting-places';

export type TurnsFieldProps = {
  whose: Pick<MeetingPlace, 'kind' | 'id' | 'chapterId'> | null;
  /** Who is invited. */
  roles: readonly Role[];
  value: readonly NamedPerson[];
  hint: string;
  error: string | undefined;
  optional: boolean;
  /** Names everybody with these roles at once. */
  all?: string;
  onChange: (people: NamedPerson[]) => void;
};

/** Who takes turns; everybody who is invited by a role of the team or chapter is a press away. */
export function TurnsField(props: TurnsFieldProps) {
  const { whose, roles, value, all = 'Everybody with these roles', onChange, ...field } = props;
  const candidates = useCandidates(whose, roles);
  const missing = candidates.filter(({ id }) => value.every((one) => one.id !== id));
  return (
    <div className="turns-field">
      <PeopleField label="Who takes turns" value={value} onChange={onChange} {...field} />
      {missing.length > 0 && (
        <Button size="sm" variant="ghost" icon={<Users aria-hidden />} onClick={() => onChange([...value, ...missing])}>
          {all}
        </Button>
      )}
    </div>
  );
}

function useCandidates(whose: TurnsFieldProps['whose'], roles: readonly Role[]): NamedPerson[] {
  const chapterId = whose?.chapterId ?? null;
  const teamId = whose?.kind === 'TEAM' ? whose.id : null;
  const team = useQuery(PEOPLE_OF_TEAM, { variables: { id: teamId ?? '' }, skip: teamId === null });
  const chapter = useQuery(PEOPLE_OF_CHAPTER, { variables: { id: chapterId ?? '' }, skip: chapterId === null });
  const held = chapterId === null ? (team.data?.team.assignments ?? []) : (chapter.data?.chapter.members ?? []);
  const fitting = held.filter(({ role }) => roles.includes(role)).map(({ person }) => person);
  return [...new Map(fitting.map(({ id, name }) => [id, { id, name }])).values()];
}
