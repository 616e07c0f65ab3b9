import { costOfDelay, wsjf } from '@chapterhouse/domain/priorities/item-score';
import { Segments } from '@chapterhouse/ui/segments';
import { useState } from 'react';
import type { OrderItemFragment } from '../../../generated/graphql';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { useAct } from '../../../platform/refusals/use-act';
import { counted } from './order-columns';
import { SCORE_ITEM } from './scoring.operations';
import './score-dialog.css';

const STEPS = ['none', '1', '2', '3', '5', '8', '13', '20'] as const;
type Step = (typeof STEPS)[number];
const OPTIONS = STEPS.map((value) => ({ value, label: value === 'none' ? '–' : value }));

const stepOf = (value: number | null): Step => STEPS.find((step) => step === String(value)) ?? 'none';
const numberOf = (step: Step): number | null => (step === 'none' ? null : Number(step));

export type ScoreDialogProps = {
  item: OrderItemFragment;
  onScored: (item: OrderItemFragment) => void;
  onClose: () => void;
};

/** What it costs to wait, in three parts; the score helps to see, it moves nothing. */
export function ScoreDialog({ item, onScored, onClose }: ScoreDialogProps) {
  const [value, setValue] = useState(stepOf(item.score.value));
  const [time, setTime] = useState(stepOf(item.score.timeCriticality));
  const [risk, setRisk] = useState(stepOf(item.score.riskReduction));
  const { key } = useIdempotencyKey();
  const { act, pending, refusal } = useAct(SCORE_ITEM);
  const parts = { value: numberOf(value), timeCriticality: numberOf(time), riskReduction: numberOf(risk) };
  const [cost, score] = [costOfDelay(parts), wsjf(parts, item.points)];
  const submit = async () => {
    const data = await act({ id: item.id, version: item.version, ...parts, idempotencyKey: key() });
    if (!data) return;
    onScored(data.scoreBacklogItem);
    onClose();
  };
  return (
    <FormDialog
      title={`Score ${item.key}`}
      description={item.title}
      submit="Save the score"
      size="md"
      pending={pending}
      refusal={refusal}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="score">
        <Part label="Value" hint="What users or the business gain." value={value} onChange={setValue} />
        <Part label="Time criticality" hint="How fast that gain decays." value={time} onChange={setTime} />
        <Part
          label="Risk reduction or opportunity"
          hint="What it spares or opens later."
          value={risk}
          onChange={setRisk}
        />
        <output className="score__sum">
          <span>
            Cost of delay <strong>{counted(cost)}</strong>
          </span>
          <span>
            Size <strong>{counted(item.points)}</strong>
          </span>
          <span>
            WSJF <strong>{counted(score)}</strong>
          </span>
        </output>
        {cost !== null && item.points === null && <p className="score__note">WSJF needs a size as well.</p>}
      </div>
    </FormDialog>
  );
}

type PartProps = { label: string; hint: string; value: Step; onChange: (value: Step) => void };

function Part({ label, hint, value, onChange }: PartProps) {
  return (
    <div className="score__part">
      <p>
        <strong>{label}</strong> <span>{hint}</span>
      </p>
      <Segments label={label} value={value} onChange={onChange} options={OPTIONS} />
    </div>
  );
}
