import {
  GROUP_TARGETS,
  GROUP_TITLES,
  type GroupTarget,
  type Leadership,
  LEADERSHIPS,
  readSigsMapping,
  type SigsMapping,
} from '@chapterhouse/domain/imports/sigs-mapping';
import { ROLE_TITLES, ROLES, SCOPES_OF_ROLE } from '@chapterhouse/domain/organization/role';
import { Select } from '@chapterhouse/ui/select';
import type { SigsGroupChoice } from './sigs-choices';

const TARGET_TITLES: Record<GroupTarget, string> = { AREA: 'Areas', TEAM: 'Teams', SKIP: 'Leave out' };
const LEADERSHIP_TITLES: Record<Leadership, string> = {
  chairs: 'Chairs',
  tech_leads: 'Tech leads',
  emeritus_leads: 'Emeritus leads (past)',
};

export type SigsGroupProps = {
  group: SigsGroupChoice;
  mapping: SigsMapping;
  onChange: (mapping: SigsMapping) => void;
};

/** One kind of group: what it becomes, and its leads. */
export function SigsGroup({ group: { kind, count, leaders }, mapping, onChange }: SigsGroupProps) {
  const target = mapping.groups[kind];
  const title = `${GROUP_TITLES[kind]}: ${count}`;
  const roles = ROLES.filter((role) => target !== 'SKIP' && SCOPES_OF_ROLE[role].includes(target));
  const options = [
    ...roles.map((value) => ({ value, label: ROLE_TITLES[value] })),
    { value: 'SKIP', label: 'Leave out' },
  ];
  // Another target has other roles: the reader puts the usual ones in.
  const retarget = (value: string) => {
    const { [kind]: _, ...others } = mapping.roles;
    const raw = { ...mapping, groups: { ...mapping.groups, [kind]: value }, roles: others };
    onChange(readSigsMapping(raw, mapping.asOf).mapping);
  };
  const setRole = (leadership: Leadership, value: string) => {
    const role = [...roles, 'SKIP' as const].find((one) => one === value) ?? 'SKIP';
    onChange({ ...mapping, roles: { ...mapping.roles, [kind]: { ...mapping.roles[kind], [leadership]: role } } });
  };
  return (
    <fieldset className="sigs-group">
      <legend className="sigs-group__title">{title}</legend>
      <Select
        label="Become"
        options={GROUP_TARGETS.map((value) => ({ value, label: TARGET_TITLES[value] }))}
        value={target}
        onChange={(event) => retarget(event.target.value)}
      />
      {target !== 'SKIP' &&
        LEADERSHIPS.filter((one) => leaders[one] > 0).map((leadership) => (
          <Select
            key={leadership}
            label={`${LEADERSHIP_TITLES[leadership]}: ${leaders[leadership]}`}
            options={options}
            value={mapping.roles[kind][leadership]}
            onChange={(event) => setRole(leadership, event.target.value)}
          />
        ))}
    </fieldset>
  );
}
