import {
  CLOCK_LIMIT_HOURS,
  type LadderLevel,
  ladderField,
  ladderProblems,
  TOP_LEVEL,
} from '@chapterhouse/domain/impediments/impediment-ladder';
import { Checkbox } from '@chapterhouse/ui/checkbox';
import { FieldError } from '@chapterhouse/ui/field-error';
import { TextField } from '@chapterhouse/ui/text-field';
import { notify } from '@chapterhouse/ui/toast';
import { type FormEvent, useState } from 'react';
import type { LadderFactsFragment } from '../../../generated/graphql';
import { SaveBar } from '../../../platform/forms/save-bar';
import { TheirsNote } from '../../../platform/forms/theirs-note';
import { UnsavedGuard } from '../../../platform/forms/unsaved-guard';
import { useEdits } from '../../../platform/forms/use-edits';
import { useIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { useAct } from '../../../platform/refusals/use-act';
import { useViewer } from '../../../platform/session/session-provider';
import {
  ladderFacts,
  ladderFactWords,
  ladderFieldTitle,
  LEVEL_FIELDS,
  type LevelField,
  levelsOf,
} from './ladder-facts';
import { LadderSteps } from './ladder-steps';
import { EDIT_LADDER } from './ladder.operations';

export type LadderFormProps = {
  ladder: LadderFactsFragment;
  dayLength: number;
  /** Somebody else saved first: what is shown is old. */
  onStale: () => void;
};

/** All levels in one form: their names must differ, and the sentences of one speak of the next. */
export function LadderForm({ ladder, dayLength, onStale }: LadderFormProps) {
  const { read, set, changed, theirs, takeTheirs, discard } = useEdits(ladderFacts(ladder.levels));
  const { key, renew } = useIdempotencyKey();
  const { id } = useViewer().organization;
  const { act, pending, refusal, clear } = useAct(EDIT_LADDER, {
    // What other screens know of the levels is old now: they ask again.
    update: (cache) => {
      const organization = cache.identify({ __typename: 'Organization', id });
      if (organization) cache.evict({ id: organization, fieldName: 'impedimentLevels' });
    },
  });
  const [tried, setTried] = useState(false);
  const levels = levelsOf(ladder.levels, read);
  const problems: Record<string, string> = tried
    ? Object.fromEntries(ladderProblems(levels).map(({ field, problem }) => [field, problem]))
    : {};
  const fieldsShown = levels.flatMap(({ level }) => LEVEL_FIELDS.map((field) => ladderField(field, level)));

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const [wrong] = ladderProblems(levels);
    if (wrong) {
      document.getElementsByName(wrong.field)[0]?.focus();
      return;
    }
    const saved = await act({ levels, version: ladder.version, idempotencyKey: key() });
    if (saved === null) return onStale();
    renew();
    discard();
    setTried(false);
    notify({ title: 'The ladder is saved.', detail: 'It counts for impediments that come to a level from now on.' });
  };
  const undo = () => {
    discard();
    clear();
    setTried(false);
  };
  const fields = (level: LadderLevel) => (
    <LevelFields
      level={level}
      read={(field) => read(ladderField(field, level.level))}
      set={(field, to) => {
        // Something else is to be saved: whatever became of the last attempt.
        renew();
        set(ladderField(field, level.level), to);
      }}
      problem={(field) => {
        const name = ladderField(field, level.level);
        return problems[name] ?? refusal?.fields[name];
      }}
    />
  );
  return (
    <form className="ladder-form" noValidate onSubmit={(event) => void save(event)}>
      <UnsavedGuard unsaved={changed.length > 0} />
      <TheirsNote
        theirs={theirs}
        tell={({ field, now }) => ({ label: ladderFieldTitle(field), value: ladderFactWords(now) })}
        onTake={takeTheirs}
        refusal={refusal}
        fieldsShown={fieldsShown}
      />
      <LadderSteps levels={levels} dayLength={dayLength} fields={fields} />
      <SaveBar
        changes={changed.length}
        words="Clocks that run keep what they began with; names change everywhere at once."
        submit={theirs.length > 0 ? 'Save mine over it' : 'Save the ladder'}
        pending={pending}
        onDiscard={undo}
      />
    </form>
  );
}

type LevelFieldsProps = {
  level: LadderLevel;
  read: (field: LevelField) => unknown;
  set: (field: LevelField, to: string | boolean) => void;
  problem: (field: LevelField) => string | undefined;
};

function LevelFields({ level: { level }, read, set, problem }: LevelFieldsProps) {
  const text = (field: LevelField) => ({
    name: ladderField(field, level),
    value: String(read(field) ?? ''),
    error: problem(field),
    onChange: (event: { target: { value: string } }) => set(field, event.target.value),
  });
  const hours = { type: 'number', inputMode: 'numeric', min: 1, max: CLOCK_LIMIT_HOURS } as const;
  return (
    <div className="ladder__fields">
      <TextField label="Name" {...text('name')} />
      <div className="ladder__hours">
        <TextField label="Working hours" {...hours} {...text('clockWorkingHours')} />
        <TextField label="Reminder before" hint="Hours; empty for none." {...hours} {...text('remindBeforeHours')} />
      </div>
      {level < TOP_LEVEL && (
        <div>
          <Checkbox
            label="Goes up by itself when they are over"
            name={ladderField('escalatesByItself', level)}
            checked={read('escalatesByItself') === true}
            onChange={(event) => set('escalatesByItself', event.target.checked)}
          />
          <FieldError>{problem('escalatesByItself')}</FieldError>
        </div>
      )}
    </div>
  );
}
