import { ROLE_TITLES, type Role, type RoleKind } from '@chapterhouse/domain/organization/role';
import { Combobox } from '@chapterhouse/ui/combobox';
import { Select } from '@chapterhouse/ui/select';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { addDays } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { PersonField } from '../../../platform/people/person-field';
import type { Named, ScopeRef } from '../dialogs/dialog-request';
import { useChange } from '../dialogs/use-change';
import { KIND_MEANINGS, kindOptions } from './kind-options';
import { RoleDates } from './role-dates';
import { ASSIGN_ROLE } from './roles.operations';
import { TakenNote } from './taken-note';
import { useAssignableRoles } from './use-assignable-roles';

export type AssignRoleDialogProps = {
  /** Where; asked for when left out. */
  scope?: ScopeRef;
  /** Who; asked for when left out. */
  person?: Named;
  role?: Role;
  onClose: () => void;
};

/** Gives somebody a role somewhere, from a day on. When the role is taken, offers to hand it over instead. */
export function AssignRoleDialog({
  scope: givenScope,
  person: givenPerson,
  role: givenRole,
  onClose,
}: AssignRoleDialogProps) {
  const today = useToday();
  const { rolesIn, places } = useAssignableRoles();
  const [placeId, setPlaceId] = useState<string | null>(null);
  const [chosenRole, setRole] = useState<Role | null>(givenRole ?? null);
  const [chosenPerson, setPerson] = useState<Named | null>(givenPerson ?? null);
  const [kind, setKind] = useState<RoleKind>('PRIMARY');
  const [startsOn, setStartsOn] = useState(today);
  const [lastDay, setLastDay] = useState('');
  const [share, setShare] = useState('');
  const [missing, setMissing] = useState<'person' | 'place' | null>(null);
  const { act, pending, refusal, clear, key } = useChange(ASSIGN_ROLE);

  const scope = givenScope ?? places.find(({ id }) => id === placeId) ?? null;
  const roles = scope ? rolesIn(scope) : [];
  // Most people who join a team are Developers.
  const usual = roles.includes('DEVELOPER') ? 'DEVELOPER' : roles[0];
  const role = roles.find((one) => one === chosenRole) ?? usual ?? null;
  const kinds = role ? kindOptions(role) : [];
  const taken = refusal?.code === 'PRIMARY_TAKEN' && scope && chosenPerson && role;

  const assign = async () => {
    setMissing(scope ? (chosenPerson ? null : 'person') : 'place');
    if (!scope || !chosenPerson || !role) return;
    const input = {
      personId: chosenPerson.id,
      scopeId: scope.id,
      role,
      kind: kinds.some(({ value }) => value === kind) ? kind : 'PRIMARY',
      startsOn,
      endsBefore: lastDay === '' ? null : addDays(lastDay, 1),
      sharePercent: share === '' ? null : Number(share),
    };
    if ((await act({ input, idempotencyKey: key() })) === null) return;
    notify({ title: `${chosenPerson.name} is ${ROLE_TITLES[role]} of ${scope.name}.` });
    onClose();
  };

  return (
    <FormDialog
      title={titleOf(givenScope, givenPerson)}
      submit="Assign role"
      size="md"
      pending={pending}
      refusal={refusal}
      fieldsShown={['startsOn', 'endsBefore', 'sharePercent']}
      answer={
        taken ? (
          <TakenNote
            refusal={refusal}
            scope={scope}
            role={role}
            to={chosenPerson}
            startsOn={startsOn}
            onBackup={() => {
              setKind('BACKUP');
              clear();
            }}
          />
        ) : undefined
      }
      onSubmit={assign}
      onClose={onClose}
    >
      {!givenPerson && (
        <PersonField
          label="Person"
          value={chosenPerson}
          onChange={setPerson}
          error={missing === 'person' ? 'Choose a person.' : undefined}
        />
      )}
      {!givenScope && (
        <Combobox
          label="Where"
          placeholder="A team, an area, a product"
          value={placeId}
          onChange={setPlaceId}
          options={places.map(({ id, name, detail }) => ({ value: id, label: name, detail }))}
          error={missing === 'place' ? 'Choose where.' : undefined}
        />
      )}
      <div className="form-dialog__pair">
        <Select
          label="Role"
          required
          options={roles.map((value) => ({ value, label: ROLE_TITLES[value] }))}
          {...(role === null && { placeholder: 'Choose where first' })}
          value={role ?? ''}
          onChange={(event) => setRole(roles.find((one) => one === event.target.value) ?? null)}
        />
        {kinds.length > 1 && (
          <Select
            label="Kind"
            options={kinds}
            hint={KIND_MEANINGS[kind]}
            value={kind}
            onChange={(event) => setKind(kinds.find(({ value }) => value === event.target.value)?.value ?? 'PRIMARY')}
          />
        )}
      </div>
      <RoleDates
        startsOn={startsOn}
        onStartsOn={setStartsOn}
        lastDay={lastDay}
        onLastDay={setLastDay}
        share={scope?.kind === 'TEAM' ? share : null}
        onShare={setShare}
        refusal={refusal}
      />
    </FormDialog>
  );
}

function titleOf(scope: ScopeRef | undefined, person: Named | undefined): string {
  if (person) return `A role for ${person.name}`;
  return scope ? `Add somebody to ${scope.name}` : 'Assign a role';
}
