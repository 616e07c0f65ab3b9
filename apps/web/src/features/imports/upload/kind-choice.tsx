import type { ImportKind } from '../../../generated/graphql';
import { KIND_MEANINGS, KIND_TITLES, KINDS } from '../import-words';
import './upload.css';

export type KindChoiceProps = { value: ImportKind | null; onChange: (kind: ImportKind) => void; disabled: boolean };

/** What kind of file it is, one sentence each. */
export function KindChoice({ value, onChange, disabled }: KindChoiceProps) {
  return (
    <fieldset className="kind-choice" disabled={disabled}>
      <legend>What do you bring in?</legend>
      {KINDS.map((kind) => (
        <label key={kind} className="kind-choice__kind">
          <input type="radio" name="kind" checked={value === kind} onChange={() => onChange(kind)} />
          <span className="kind-choice__title">{KIND_TITLES[kind]}</span>
          <span className="kind-choice__meaning">{KIND_MEANINGS[kind]}</span>
        </label>
      ))}
    </fieldset>
  );
}
