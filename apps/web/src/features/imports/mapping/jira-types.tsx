import type { JiraChoices } from '@chapterhouse/domain/imports/jira-choices';
import type { JiraMapping } from '@chapterhouse/domain/imports/jira-mapping';
import {
  ITEM_KIND_TITLES,
  ITEM_KINDS,
  ITEM_TIER_TITLES,
  ITEM_TIERS,
} from '@chapterhouse/domain/priorities/item-fields';
import { Select } from '@chapterhouse/ui/select';
import { Table } from '@chapterhouse/ui/table';

export type JiraTypesProps = {
  types: JiraChoices['issueTypes'];
  mapping: JiraMapping;
  onChange: (part: Partial<JiraMapping>) => void;
};

const TIERS = ITEM_TIERS.map((value) => ({ value, label: ITEM_TIER_TITLES[value] }));
const KINDS = ITEM_KINDS.map((value) => ({ value, label: ITEM_KIND_TITLES[value] }));

/** Which tier and which kind the issues of each type are; what they most likely are is chosen. */
export function JiraTypes({ types, mapping: { tierOf, kindOf }, onChange }: JiraTypesProps) {
  if (types.length === 0) return null;
  return (
    <fieldset className="mapping__group">
      <legend>Types</legend>
      <Table caption="Tier and kind of each type">
        <thead>
          <tr>
            <th scope="col">Type</th>
            <th scope="col" className="ch-number">
              Issues
            </th>
            <th scope="col">Tier</th>
            <th scope="col">Kind</th>
          </tr>
        </thead>
        <tbody>
          {types.map(({ name, count, tier, kind }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="ch-number">{count.toLocaleString('en')}</td>
              <td>
                <Select
                  label={`Tier of ${name}`}
                  labelHidden
                  options={TIERS}
                  value={tierOf.get(name) ?? tier}
                  onChange={({ target: { value } }) =>
                    onChange({ tierOf: new Map(tierOf).set(name, ITEM_TIERS.find((one) => one === value) ?? tier) })
                  }
                />
              </td>
              <td>
                <Select
                  label={`Kind of ${name}`}
                  labelHidden
                  options={KINDS}
                  value={kindOf.get(name) ?? kind}
                  onChange={({ target: { value } }) =>
                    onChange({ kindOf: new Map(kindOf).set(name, ITEM_KINDS.find((one) => one === value) ?? kind) })
                  }
                />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </fieldset>
  );
}
