import { Checkbox } from '@chapterhouse/ui/checkbox';
import { Select } from '@chapterhouse/ui/select';
import { TextArea } from '@chapterhouse/ui/text-area';
import { TextField } from '@chapterhouse/ui/text-field';
import { useState } from 'react';
import type { OrderItemFragment } from '../../../generated/graphql';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { type FoundItem, ItemField } from '../dependencies/item-field';
import type { Move, Place } from './predict-move';

export type MoveTo = 'before' | 'after' | 'position' | 'top' | 'bottom' | 'topOfArea' | 'bottomOfArea';

export type MoveDialogProps = {
  productId: string;
  /** What moves; the first one is named. */
  items: readonly OrderItemFragment[];
  ids: readonly string[];
  position: number | null;
  length: number;
  /** By key it is said already where to. */
  asked: 'before' | 'position' | null;
  /** May move it past others' items. */
  anywhere: boolean;
  /** Of another order that is only tried: nobody asks for a reason, and nobody's slots are anybody's. */
  trial?: boolean;
  onMove: (move: Move, reason: string) => void;
  onClose: () => void;
};

const TITLES: Record<MoveTo, string> = {
  before: 'Before an item',
  after: 'Behind an item',
  position: 'To a position',
  topOfArea: 'To the top of its area',
  bottomOfArea: 'To the bottom of its area',
  top: 'To the top of the order',
  bottom: 'To the bottom of the order',
};
const ASKED = { before: ' before …', position: ' to position …' };
const WITHIN: readonly MoveTo[] = ['before', 'after', 'position', 'topOfArea', 'bottomOfArea'];
const ANYWHERE: readonly MoveTo[] = [...WITHIN, 'top', 'bottom'];

/** Where to, and why: the reason stands in the history of the order. The row shows it as soon as it is said. */
export function MoveDialog(props: MoveDialogProps) {
  const { productId, items, ids, position, length, asked, anywhere, trial = false, onMove, onClose } = props;
  const [to, setTo] = useState<MoveTo>(asked ?? (anywhere ? 'position' : 'topOfArea'));
  const [beside, setBeside] = useState<FoundItem | null>(null);
  const [number, setNumber] = useState('');
  const [own, setOwn] = useState(!anywhere);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | undefined>();
  const [first] = items;
  const within = own || to === 'topOfArea' || to === 'bottomOfArea';
  const areas = new Set(items.map(({ area }) => area?.id));
  const name = first?.area?.name ?? 'those without an area';
  const submit = async () => {
    const place = placeOf(to, beside, number);
    if (typeof place === 'string') return setProblem(place);
    if ('before' in place && ids.includes(place.before)) return setProblem('It is among those that move.');
    onMove({ ids, to: place, withinArea: within }, reason);
  };
  return (
    <FormDialog
      title={`Move ${ids.length === 1 && first ? first.key : `${ids.length} items`}${asked === null ? '' : ASKED[asked]}`}
      description={
        position !== null && ids.length === 1
          ? `It stands at ${position.toLocaleString('en')} of ${length.toLocaleString('en')}.`
          : 'They keep their order among themselves.'
      }
      submit="Move"
      pending={false}
      refusal={null}
      onSubmit={submit}
      onClose={onClose}
    >
      {asked === null && (
        <Select
          label="Where to"
          options={(anywhere ? ANYWHERE : WITHIN).map((value) => ({ value, label: TITLES[value] }))}
          value={to}
          onChange={(event) => {
            setTo(ANYWHERE.find((value) => value === event.target.value) ?? to);
            setProblem(undefined);
          }}
        />
      )}
      {(to === 'before' || to === 'after') && (
        <ItemField
          label="Which one"
          productId={productId}
          except={first?.id}
          value={beside}
          error={problem}
          onChange={(item) => {
            setBeside(item);
            setProblem(undefined);
          }}
        />
      )}
      {to === 'position' && (
        <TextField
          label="Position"
          type="number"
          inputMode="numeric"
          min={1}
          max={length}
          value={number}
          error={problem}
          onChange={(event) => {
            setNumber(event.target.value);
            setProblem(undefined);
          }}
        />
      )}
      {anywhere && !trial && areas.size === 1 && to !== 'topOfArea' && to !== 'bottomOfArea' && (
        <Checkbox
          label={`Only between the places of ${name}`}
          checked={own}
          onChange={(event) => setOwn(event.target.checked)}
        />
      )}
      {within && !trial && (
        <p className="move-dialog__note">
          Only items of {name} change their places; everybody else's stay where they are.
        </p>
      )}
      {!trial && (
        <TextArea
          label="Why"
          optional
          hint="Stands in the history of the order, for whoever asks later."
          rows={2}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
    </FormDialog>
  );
}

/** The place, or what is missing. */
function placeOf(to: MoveTo, beside: FoundItem | null, number: string): Place | string {
  if (to === 'position') {
    const position = Number(number);
    return Number.isInteger(position) && position > 0 ? { position } : 'Give a position from 1 on.';
  }
  if (to === 'top') return { top: true };
  if (to === 'bottom') return { bottom: true };
  if (to === 'topOfArea') return { topOfArea: true };
  if (to === 'bottomOfArea') return { bottomOfArea: true };
  if (beside === null) return 'Choose the item.';
  return to === 'before' ? { before: beside.id } : { after: beside.id };
}
