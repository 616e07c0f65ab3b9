import { DELEGATE_KINDS, type DelegateKind } from '@chapterhouse/domain/decisions/delegation-cell';
import { capital, type NamedScope, teamParty } from '@chapterhouse/domain/decisions/delegation-words';
import { ROLE_TITLES, ROLES } from '@chapterhouse/domain/organization/role';
import { Button } from '@chapterhouse/ui/button';
import { Select } from '@chapterhouse/ui/select';
import { TextField } from '@chapterhouse/ui/text-field';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { PersonField } from '../../../platform/people/person-field';
import { asks, type CellTerms, hasVeto, termsProblem } from './board-terms';

/** As many as the server takes. */
const MOST_HOURS = 500;

const ROLE_OPTIONS = ROLES.filter((role) => role !== 'ADMINISTRATOR').map((value) => ({
  value,
  label: ROLE_TITLES[value],
}));

export type CellTermsFieldsProps = {
  area: string;
  terms: CellTerms;
  scope: NamedScope;
  /** What is missing is said only after somebody tried to save. */
  tried: boolean;
  onChange: (terms: CellTerms) => void;
  /** Gives the decision area back to what is inherited. */
  onTakeAway: (() => void) | undefined;
  onClose: () => void;
};

/** Whom one cell trusts, and how long a veto and an answer may take. */
export function CellTermsFields({ area, terms, scope, tried, onChange, onTakeAway, onClose }: CellTermsFieldsProps) {
  const place = useRef<HTMLFieldSetElement>(null);
  useEffect(() => place.current?.querySelector('select')?.focus(), []);
  const problem = tried ? termsProblem(terms, scope) : null;
  const words: Record<DelegateKind, string> = {
    TEAM: capital(teamParty(scope).words),
    ROLE: 'Who holds a role',
    PERSON: 'One person',
  };
  const hours = (value: string) => Math.min(MOST_HOURS, Math.max(0, Math.floor(Number(value)) || 0));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape from any of its fields
    <fieldset ref={place} className="cell-terms" onKeyDown={onKeyDown}>
      <legend className="ch-visually-hidden">Whom {area} is delegated to</legend>
      <Select
        label="Who is trusted"
        options={DELEGATE_KINDS.map((value) => ({ value, label: words[value] }))}
        value={terms.kind}
        onChange={({ target: { value } }) => {
          const kind = DELEGATE_KINDS.find((one) => one === value) ?? terms.kind;
          onChange({ ...terms, kind, role: null, person: null });
        }}
      />
      {terms.kind === 'ROLE' && (
        <Select
          label="Role"
          placeholder="Choose a role"
          hint="Who answers for it where the decision is made, else the nearest place above."
          options={ROLE_OPTIONS}
          value={terms.role ?? ''}
          error={problem?.field === 'role' ? problem.problem : undefined}
          onChange={({ target: { value } }) =>
            onChange({ ...terms, role: ROLES.find((role) => role === value) ?? null })
          }
        />
      )}
      {terms.kind === 'PERSON' && (
        <PersonField
          label="Person"
          hint="When away, who stands in for their role here."
          value={terms.person}
          error={problem?.field === 'person' ? problem.problem : undefined}
          onChange={(person) => onChange({ ...terms, person })}
        />
      )}
      {hasVeto(terms.level) && (
        <TextField
          label="Time for a veto"
          hint="Working hours; 0 for none."
          type="number"
          inputMode="numeric"
          min={0}
          max={MOST_HOURS}
          value={String(terms.vetoHours)}
          onChange={({ target: { value } }) => onChange({ ...terms, vetoHours: hours(value) })}
        />
      )}
      {asks(terms.level) && (
        <TextField
          label="Time to answer"
          hint="Working hours."
          type="number"
          inputMode="numeric"
          min={1}
          max={MOST_HOURS}
          value={String(terms.answerHours)}
          onChange={({ target: { value } }) => onChange({ ...terms, answerHours: Math.max(1, hours(value)) })}
        />
      )}
      <div className="cell-terms__buttons">
        {onTakeAway && (
          <Button size="sm" variant="ghost" onClick={onTakeAway}>
            Take it off this board
          </Button>
        )}
        <Button size="sm" onClick={onClose}>
          Done
        </Button>
      </div>
    </fieldset>
  );
}
