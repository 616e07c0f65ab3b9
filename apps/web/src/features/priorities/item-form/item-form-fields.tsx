import {
  ITEM_KIND_TITLES,
  ITEM_KINDS,
  ITEM_TIER_TITLES,
  ITEM_TIERS,
  ITEM_TITLE_LIMIT,
} from '@chapterhouse/domain/priorities/item-fields';
import { Segments } from '@chapterhouse/ui/segments';
import { Select } from '@chapterhouse/ui/select';
import { TextArea } from '@chapterhouse/ui/text-area';
import { TextField } from '@chapterhouse/ui/text-field';
import { PICTURES } from '../../../platform/files/upload-image';
import { MarkdownField } from '../../../platform/markdown/markdown-field';
import { PersonField } from '../../../platform/people/person-field';
import { ItemField } from '../item-fields/item-field';
import { PlaceField } from '../item-fields/place-field';
import { useGoalsToServe } from '../item-fields/use-goals-to-serve';
import type { ItemForm } from './item-form';
import './item-form.css';

/** Fields that show their own problem. */
export const SHOWN_FIELDS = [
  'title',
  'tier',
  'kind',
  'areaId',
  'teamId',
  'assigneeId',
  'parentId',
  'goalId',
  'points',
  'description',
  'acceptanceCriteria',
];

export type ItemFormFieldsProps = {
  productId: string;
  form: ItemForm;
  onChange: (part: Partial<ItemForm>) => void;
  errorOf: (field: string) => string | undefined;
  /** Tiers that the viewer may write here. */
  anyTier: boolean;
  /** Not itself. */
  exceptId?: string;
  onUploading: (uploading: boolean) => void;
};

const TIER_HINTS = {
  EPIC: 'Strategic: an outcome, and the goal that it serves.',
  FEATURE: 'Tactical: what is to be there, with acceptance criteria.',
  TASK: 'Operational: small enough for a sprint, with a size.',
};

/** Everything that an item may say; its title is enough to begin with. */
export function ItemFormFields(props: ItemFormFieldsProps) {
  const { productId, form, onChange, errorOf, anyTier, exceptId, onUploading } = props;
  const { options: goals } = useGoalsToServe(productId, form.goalId);
  const tiers = ITEM_TIERS.filter((tier) => anyTier || tier === 'TASK' || tier === form.tier);
  return (
    <div className="item-form">
      <TextField
        size="lg"
        label="What is needed?"
        placeholder="Customers get a receipt in their own language"
        autoComplete="off"
        maxLength={ITEM_TITLE_LIMIT}
        value={form.title}
        error={errorOf('title')}
        onChange={(event) => onChange({ title: event.target.value })}
      />
      <div className="item-form__pair">
        <div className="item-form__choice">
          <Segments
            label="Tier"
            value={form.tier}
            onChange={(tier) => onChange({ tier })}
            options={tiers.map((tier) => ({ value: tier, label: ITEM_TIER_TITLES[tier] }))}
          />
          <p className="item-form__hint">{errorOf('tier') ?? TIER_HINTS[form.tier]}</p>
        </div>
        <div className="item-form__choice">
          <Segments
            label="Kind"
            value={form.kind}
            onChange={(kind) => onChange({ kind })}
            options={ITEM_KINDS.map((kind) => ({ value: kind, label: ITEM_KIND_TITLES[kind] }))}
          />
        </div>
      </div>
      <div className="item-form__pair">
        <PlaceField
          label="Team or area"
          optional
          productId={productId}
          areaId={form.area?.id ?? null}
          teamId={form.team?.id ?? null}
          error={errorOf('teamId') ?? errorOf('areaId')}
          onChange={({ area, team }) =>
            onChange({
              area: area && { id: area.id, name: area.name },
              team: team && { id: team.id, name: team.name },
            })
          }
        />
        {form.tier !== 'EPIC' && (
          <ItemField
            label={form.tier === 'TASK' ? 'Part of the feature or epic' : 'Part of the epic'}
            optional={form.tier === 'FEATURE'}
            productId={productId}
            filter={{ tiers: form.tier === 'TASK' ? ['FEATURE', 'EPIC'] : ['EPIC'] }}
            {...(exceptId !== undefined && { exceptId })}
            value={form.parent}
            error={errorOf('parentId')}
            onChange={(parent) =>
              onChange({
                parent: parent && { id: parent.id, key: parent.key, title: parent.title, tier: parent.tier },
              })
            }
          />
        )}
        <Select
          label="Product Goal that it serves"
          optional
          placeholder={form.parent && form.tier !== 'EPIC' ? 'That of its parent' : 'None'}
          options={goals}
          value={form.goalId}
          error={errorOf('goalId')}
          onChange={(event) => onChange({ goalId: event.target.value })}
        />
        <PersonField
          label="Assignee"
          optional
          value={form.assignee}
          error={errorOf('assigneeId')}
          onChange={(assignee) => onChange({ assignee })}
        />
        <TextField
          label="Size in points"
          optional={form.tier !== 'TASK'}
          inputMode="decimal"
          autoComplete="off"
          value={form.points}
          error={errorOf('points')}
          onChange={(event) => onChange({ points: event.target.value })}
        />
      </div>
      <MarkdownField
        label="Description"
        optional
        rows={4}
        value={form.description}
        error={errorOf('description')}
        onChange={(description) => onChange({ description })}
        pictures={PICTURES}
        onUploading={onUploading}
      />
      <TextArea
        label="Acceptance criteria"
        optional={form.tier !== 'FEATURE'}
        hint="One a line. Where one needs several lines, leave a line empty between them."
        rows={Math.min(10, Math.max(3, form.criteria.split('\n').length))}
        value={form.criteria}
        error={errorOf('acceptanceCriteria')}
        onChange={(event) => onChange({ criteria: event.target.value })}
      />
    </div>
  );
}
