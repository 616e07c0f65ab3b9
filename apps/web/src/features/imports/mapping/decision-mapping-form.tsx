import { DECISION_KIND_TITLES, DECISION_KINDS } from '@chapterhouse/domain/decisions/decision-fields';
import { type DecisionMapping, readDecisionMapping } from '@chapterhouse/domain/imports/decision-mapping';
import { Select } from '@chapterhouse/ui/select';
import { TextField } from '@chapterhouse/ui/text-field';
import { DecisionOwners } from './decision-owners';
import { DecisionStatuses } from './decision-statuses';
import { decisionChoicesOf } from './decision-choices';

export type DecisionMappingFormProps = {
  mapping: unknown;
  choices: unknown;
  onChange: (mapping: DecisionMapping) => void;
};

/** What the statuses of the files mean, where their decisions belong, and what the files are called. */
export function DecisionMappingForm({ mapping, choices, onChange }: DecisionMappingFormProps) {
  const offered = decisionChoicesOf(choices);
  const { mapping: read } = readDecisionMapping(mapping, offered, '');
  // As it is typed, blanks included.
  const typed = {
    ...read,
    source: typedIn(mapping, 'source') ?? read.source,
    productName: typedIn(mapping, 'productName') ?? read.productName,
  };
  const change = (part: Partial<DecisionMapping>) => onChange({ ...typed, ...part });
  return (
    <>
      <div className="mapping__pair">
        <TextField
          label="Where they come from"
          required
          hint="Like the name of the repository. The same files under the same name update what they brought before."
          value={typed.source}
          onChange={({ target: { value } }) => change({ source: value })}
        />
        <Select
          label="Kind of all"
          options={DECISION_KINDS.map((value) => ({ value, label: DECISION_KIND_TITLES[value] }))}
          value={read.kind}
          onChange={({ target: { value } }) => {
            const kind = DECISION_KINDS.find((one) => one === value);
            if (kind) change({ kind });
          }}
        />
      </div>
      <DecisionStatuses
        statuses={offered.statuses}
        values={read.statuses}
        onChange={(name, target) => change({ statuses: { ...read.statuses, [name]: target } })}
      />
      <DecisionOwners owners={offered.owners} mapping={typed} onChange={change} />
    </>
  );
}

function typedIn(mapping: unknown, name: string): string | null {
  if (typeof mapping !== 'object' || mapping === null) return null;
  const value: unknown = Object.entries(mapping).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : null;
}
