import type { DecisionChoices, DecisionMapping, OwnerTarget } from '@chapterhouse/domain/imports/decision-mapping';
import { Combobox, type ComboboxOption } from '@chapterhouse/ui/combobox';
import { TextField } from '@chapterhouse/ui/text-field';
import { useDecisionScopes } from '../../decisions/public';

export type DecisionOwnersProps = {
  owners: DecisionChoices['owners'];
  mapping: DecisionMapping;
  onChange: (part: Partial<DecisionMapping>) => void;
};

const TARGETS: readonly { value: OwnerTarget; label: string; detail?: string }[] = [
  { value: 'MATCH', label: 'The place of that name', detail: 'else the organization, with a line in the report' },
  { value: 'ORGANIZATION', label: 'The organization' },
  { value: 'AREA', label: 'An area of that name', detail: 'made where there is none' },
  { value: 'TEAM', label: 'A team of that name', detail: 'made where there is none' },
  { value: 'PRODUCT', label: 'A product of that name', detail: 'made where there is none' },
];
/** Made within a product. */
const WITHIN: readonly string[] = ['AREA', 'TEAM'] satisfies OwnerTarget[];

/** Where the decisions belong: of files that name nobody, and of each group that files name. */
export function DecisionOwners({ owners, mapping, onChange }: DecisionOwnersProps) {
  const { scopes } = useDecisionScopes();
  const places: ComboboxOption[] = scopes
    .filter(({ kind }) => kind !== 'ORGANIZATION')
    .map(({ id, name, detail }) => ({ value: id, label: name, detail }));
  const targets = [...TARGETS, ...places];
  // Owners that were not chosen one by one follow what is said of all.
  const setAll = (otherOwners: string) =>
    onChange({
      otherOwners,
      owners: Object.fromEntries(
        Object.entries(mapping.owners).map(([name, value]) => [
          name,
          value === mapping.otherOwners ? otherOwners : value,
        ]),
      ),
    });
  const makes = [mapping.otherOwners, ...Object.values(mapping.owners)].some((value) => WITHIN.includes(value));
  return (
    <fieldset className="mapping__group">
      <legend>Where they belong</legend>
      <div className="mapping__columns">
        <Combobox
          label={owners.length === 0 ? 'All decisions' : 'Files that name no owner'}
          options={[{ value: 'ORGANIZATION', label: 'The organization' }, ...places]}
          value={mapping.scope}
          onChange={(value) => onChange({ scope: value ?? 'ORGANIZATION' })}
        />
        {owners.length > 0 && (
          <Combobox
            label={`Owners that files name: ${owners.length.toLocaleString('en')}`}
            options={targets}
            value={mapping.otherOwners}
            onChange={(value) => setAll(value ?? 'MATCH')}
          />
        )}
        {makes && (
          <TextField
            label="Product of what is made"
            required
            value={mapping.productName}
            onChange={({ target: { value } }) => onChange({ productName: value })}
          />
        )}
      </div>
      {owners.length > 0 && (
        <details className="mapping__more">
          <summary>Choose for single owners</summary>
          <div className="mapping__columns">
            {owners.map(({ name, count }) => (
              <Combobox
                key={name}
                label={`${name}: ${count.toLocaleString('en')}`}
                options={targets}
                value={mapping.owners[name] ?? mapping.otherOwners}
                onChange={(value) => onChange({ owners: { ...mapping.owners, [name]: value ?? mapping.otherOwners } })}
              />
            ))}
          </div>
        </details>
      )}
    </fieldset>
  );
}
