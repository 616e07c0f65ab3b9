import { useState } from 'react';
import { ImpedimentField } from '../../impediments/public';
import { ResultFieldsForm } from './result-fields';
import { RESULT_VERBS } from './result-kinds';
import type { OfImpedimentProps } from './triaged-fields';

/** Of which one it is a repetition. */
export function MergedFields({ impediment, pending, refusal, onSend }: OfImpedimentProps) {
  const [intoKey, setIntoKey] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (intoKey !== null) void onSend({ intoKey });
  };
  return (
    <ResultFieldsForm
      submit={RESULT_VERBS.MERGED}
      pending={pending}
      refusal={refusal}
      fieldsShown={['intoKey']}
      onSubmit={submit}
    >
      <ImpedimentField
        label="Into which one?"
        hint="Its affected teams, blocked items, votes and watchers move over."
        value={intoKey}
        onChange={setIntoKey}
        like={impediment.title}
        without={[impediment.key]}
        error={refusal?.fields['intoKey'] ?? (tried && intoKey === null ? 'Choose which one it repeats.' : undefined)}
      />
    </ResultFieldsForm>
  );
}
