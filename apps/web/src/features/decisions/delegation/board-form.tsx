import { BOARD_NOTE_LIMIT } from '@chapterhouse/domain/decisions/delegation-fields';
import { Kbd } from '@chapterhouse/ui/kbd';
import { announce } from '@chapterhouse/ui/live-region';
import { TextField } from '@chapterhouse/ui/text-field';
import { notify } from '@chapterhouse/ui/toast';
import { type FormEvent, type ReactNode, type Ref, useImperativeHandle, useState } from 'react';
import type { DelegationBoardFactsFragment, DelegationCellFactsFragment } from '../../../generated/graphql';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { SaveBar } from '../../../platform/forms/save-bar';
import { TheirsNote } from '../../../platform/forms/theirs-note';
import { useKeptEdits } from '../../../platform/forms/use-kept-edits';
import { useIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { useAct } from '../../../platform/refusals/use-act';
import type { KnownScope } from '../scopes/use-decision-scopes';
import { AreaMenu } from './area-menu';
import { BoardGrid } from './board-grid';
import { BoardRow } from './board-row';
import { shownRows } from './board-rows';
import {
  atLevel,
  boardFacts,
  type CellTerms,
  decodeTerms,
  encodeTerms,
  termsOf,
  termsProblem,
  termsWords,
} from './board-terms';
import { CellTermsFields } from './cell-terms';
import { SAVE_DELEGATION_BOARD } from './delegation.operations';

/** Lays cells on the board that are to be looked at and saved: a template's, those of an earlier version. */
export type LaidCells = {
  lay: (cells: readonly DelegationCellFactsFragment[], others: 'stay' | 'go') => void;
};

export type BoardFormProps = {
  board: DelegationBoardFactsFragment;
  scope: KnownScope;
  /** What counts where this board says nothing: the board above. */
  above: DelegationBoardFactsFragment | undefined;
  mayEditAreas: boolean;
  onSaved: () => Promise<void>;
  handle: Ref<LaidCells>;
  /** In place of rows where there is no decision area. */
  empty: ReactNode;
};

/**
 * The board as a form: notes move at once, nothing counts before it is saved as the next version. What is moved stays in this
 * browser until then, wherever one goes meanwhile.
 */
export function BoardForm({ board, scope, above, mayEditAreas, onSaved, handle, empty }: BoardFormProps) {
  const saved = boardFacts(board.cells);
  const { read, set, theirs, takeTheirs, discard, draft, ...edits } = useKeptEdits(`delegation:${scope.id}`, saved);
  const [opened, setOpened] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [note, setNote, clearNote] = useDraft(`delegation-note:${scope.id}`);
  const { key, renew } = useIdempotencyKey();
  const { act, pending, refusal, clear } = useAct(SAVE_DELEGATION_BOARD);
  const areas = board.decisionAreas.filter(({ archived }) => !archived);
  // What was archived since is no row any more.
  const changed = edits.changed.filter((id) => areas.some((area) => area.id === id));
  const own = (areaId: string): CellTerms | null => decodeTerms(read(areaId));
  const rows = shownRows({ areas, own, saved, board, above, scope, changed });
  const nameOf = (areaId: string) => board.decisionAreas.find(({ id }) => id === areaId)?.name ?? 'A decision area';

  const put = (areaId: string, terms: CellTerms | null) => {
    renew(); // Something else is to be saved: whatever became of the last attempt.
    set(areaId, encodeTerms(terms));
  };
  useImperativeHandle(handle, () => ({
    lay: (cells, others) => {
      if (others === 'go') for (const { id } of areas) put(id, null);
      // Decision areas that a template has just brought may not be rows yet.
      for (const cell of cells) put(cell.decisionArea.id, termsOf(cell));
    },
  }));

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    // Cells of what was archived meanwhile stay as they are: nobody took them away.
    const kept = Object.keys(saved).filter((id) => areas.every((area) => area.id !== id));
    const cells = [...areas.map(({ id }) => id), ...kept].flatMap((decisionAreaId) => {
      const terms = own(decisionAreaId);
      return terms === null ? [] : [{ decisionAreaId, terms }];
    });
    const wrong = cells.find(({ terms }) => termsProblem(terms, scope) !== null);
    if (wrong) {
      setOpened(wrong.decisionAreaId);
      return announce(`${nameOf(wrong.decisionAreaId)}: ${termsProblem(wrong.terms, scope)?.problem ?? ''}`);
    }
    const done = await act({
      scopeKind: scope.kind,
      scopeId: scope.id,
      number: board.number,
      cells: cells.map(({ decisionAreaId, terms: { level, kind, role, person, vetoHours, answerHours } }) => ({
        decisionAreaId,
        level,
        delegateKind: kind,
        role,
        personId: person?.id ?? null,
        vetoHours,
        answerHours,
      })),
      note: note.trim(),
      idempotencyKey: key(),
    });
    await onSaved();
    if (done === null) return;
    reset();
    notify({
      title: `Version ${done.saveDelegationBoard.number} of the board is saved.`,
      detail: 'It counts for what is proposed from now on; what is proposed already keeps what it began with.',
    });
  };
  const reset = () => {
    renew();
    discard();
    clear();
    setTried(false);
    clearNote();
    setOpened(null);
  };
  const grid = (
    <>
      <BoardGrid label={`Decision areas of ${scope.name}`}>
        {rows.map((row) => {
          const { area, terms } = row;
          const mine = own(area.id);
          const takeAway = mine === null ? undefined : () => put(area.id, null);
          const toggle = () => setOpened(opened === area.id ? null : area.id);
          return (
            <BoardRow
              key={area.id}
              row={row}
              scope={scope}
              onLevel={(level) => put(area.id, atLevel(terms, level))}
              onOpen={toggle}
              onTakeAway={takeAway}
              menu={
                <AreaMenu
                  area={area}
                  delegated={terms !== null}
                  opened={opened === area.id}
                  mayEdit={mayEditAreas}
                  onOpen={toggle}
                  onTakeAway={takeAway}
                  onEdited={onSaved}
                />
              }
            >
              {opened === area.id && (
                <CellTermsFields
                  area={area.name}
                  terms={terms ?? atLevel(null, 'AGREE')}
                  scope={scope}
                  tried={tried}
                  onChange={(next) => put(area.id, next)}
                  onTakeAway={takeAway}
                  onClose={() => {
                    setOpened(null);
                    focusTrack(area.id);
                  }}
                />
              )}
            </BoardRow>
          );
        })}
      </BoardGrid>
      <p className="board-form__keys">
        <Kbd>←</Kbd> <Kbd>→</Kbd> move a note, <Kbd>1</Kbd> to <Kbd>7</Kbd> set its level, <Kbd>↑</Kbd> <Kbd>↓</Kbd> go
        to another decision area, <Kbd>Enter</Kbd> opens whom it trusts, <Kbd>Delete</Kbd> takes it off this board.
      </p>
    </>
  );
  return (
    <form className="board-form" noValidate onSubmit={(event) => void save(event)}>
      {changed.length > 0 && <DraftNote draft={draft} what="choices" />}
      <TheirsNote
        theirs={theirs}
        tell={({ field, now }) => {
          const terms = decodeTerms(now);
          return { label: nameOf(field), value: terms === null ? 'not on this board' : termsWords(terms, scope) };
        }}
        onTake={takeTheirs}
        refusal={refusal}
        fieldsShown={['note']}
      />
      {areas.length === 0 ? empty : grid}
      {changed.length > 0 && (
        <div className="board-form__note">
          <TextField
            label="Why, for the versions"
            optional
            maxLength={BOARD_NOTE_LIMIT}
            value={note}
            error={refusal?.fields['note']}
            onChange={({ target: { value } }) => setNote(value)}
          />
        </div>
      )}
      <SaveBar
        changes={changed.length}
        words="What is proposed already keeps what it began with."
        submit={theirs.length > 0 ? 'Save mine over it' : `Save as version ${board.number + 1}`}
        pending={pending}
        onDiscard={reset}
      />
    </form>
  );
}

/** Back to the note of a row whose fields are closed. */
function focusTrack(areaId: string): void {
  const radios = [...document.getElementsByName(`level-${areaId}`)];
  const radio = radios.find((one) => one instanceof HTMLInputElement && one.checked) ?? radios[0];
  radio?.focus();
}
