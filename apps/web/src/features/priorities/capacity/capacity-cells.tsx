import { ITEM_KIND_TITLES, ITEM_KINDS } from '@chapterhouse/domain/priorities/item-fields';
import { Table } from '@chapterhouse/ui/table';
import type { CapacityFactsFragment } from '../../../generated/graphql';
import type { Edits } from '../../../platform/forms/use-edits';
import { Held, nameOf } from './capacity-table';
import { fieldOf, percentWords } from './capacity-targets';
import { ShareField } from './share-field';

export type CapacityCellsProps = {
  capacity: CapacityFactsFragment;
  edits: Edits;
  editable: (areaId: string) => boolean;
};

/** Within each area: how its own share is divided among the kinds of work. */
export function CapacityCells({ capacity, edits, editable }: CapacityCellsProps) {
  return (
    <section className="capacity__part">
      <h2>Within each area</h2>
      <div className="capacity__cells">
        <Table caption="Kinds of work within each area: what the order holds, and the target">
          <thead>
            <tr>
              <th scope="col">Area</th>
              {ITEM_KINDS.map((kind) => (
                <th key={kind} scope="col">
                  {ITEM_KIND_TITLES[kind]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {capacity.areas.map(({ area }) => (
              <tr key={area?.id ?? ''}>
                <th scope="row" className="capacity__name">
                  {nameOf({ area, kind: null })}
                </th>
                {ITEM_KINDS.map((kind) => (
                  <Cell
                    key={kind}
                    capacity={capacity}
                    areaId={area?.id ?? null}
                    kind={kind}
                    edits={edits}
                    editable={editable}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </section>
  );
}

type CellProps = CapacityCellsProps & { areaId: string | null; kind: (typeof ITEM_KINDS)[number] };

function Cell({ capacity, areaId, kind, edits, editable }: CellProps) {
  const cell = capacity.cells.find((one) => (one.area?.id ?? null) === areaId && one.kind === kind);
  if (!cell) return null;
  const share = edits.read(fieldOf(cell));
  const target = typeof share === 'number' ? share : null;
  const title = ITEM_KIND_TITLES[kind];
  return (
    <td data-label={title}>
      <div className="capacity__cell">
        <Held held={cell.held} target={target} />
        {areaId !== null && editable(areaId) ? (
          <ShareField
            label={`Target of ${title} in ${nameOf({ area: cell.area, kind: null })}`}
            field={fieldOf(cell)}
            edits={edits}
          />
        ) : (
          target !== null && <span className="capacity__quiet">of {percentWords(target)}</span>
        )}
      </div>
    </td>
  );
}
