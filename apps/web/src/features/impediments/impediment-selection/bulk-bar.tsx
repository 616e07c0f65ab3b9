import type { ImpedimentAction } from '@chapterhouse/domain/impediments/impediment-policy';
import { Button } from '@chapterhouse/ui/button';
import { Kbd } from '@chapterhouse/ui/kbd';
import { announce } from '@chapterhouse/ui/live-region';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { OfferedCommand } from '../../../platform/commands/offered-command';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { plural } from '../plural';
import { selection } from './selection';
import './bulk-bar.css';

const BulkDialog = lazy(async () => ({ default: (await import('./bulk-dialog')).BulkDialog }));

export const BULK_ACTIONS = {
  'impediment:triage': 'Triage',
  'impediment:assign': 'Assign',
  'impediment:set-level': 'Level',
  'impediment:label': 'Labels',
} as const satisfies Partial<Record<ImpedimentAction, string>>;
export type BulkAction = keyof typeof BULK_ACTIONS;

const BULK_KEYWORDS: Record<BulkAction, string> = {
  'impediment:triage': 'selection bulk all owner severity',
  'impediment:assign': 'selection bulk all owner give',
  'impediment:set-level': 'selection bulk all escalate',
  'impediment:label': 'selection bulk all label tag',
};

const isBulkAction = (action: string): action is BulkAction => Object.hasOwn(BULK_ACTIONS, action);

/** Those of the selection to which it can be done together. What is triaged already is not triaged anew with the others. */
export function possibleFor(
  selected: readonly ImpedimentCardFragment[],
  action: BulkAction,
): readonly ImpedimentCardFragment[] {
  return selected.filter(
    ({ state, viewerCan }) => viewerCan.includes(action) && (action !== 'impediment:triage' || state === 'RAISED'),
  );
}

function whyNone(selected: readonly ImpedimentCardFragment[], action: BulkAction): string {
  if (action === 'impediment:triage' && !selected.some(({ state }) => state === 'RAISED'))
    return 'None of them waits for triage.';
  return 'You may not do this to any of them.';
}

/** What can be done with everything that is selected, while something is. */
export function BulkBar({ impediments }: { impediments: readonly ImpedimentCardFragment[] }) {
  const ids = selection.useIds();
  const selected = impediments.filter(({ id }) => ids.has(id));
  const count = selected.length;
  const [asked, setAsked] = useState<BulkAction | null>(null);
  useShortcut({ key: 'Escape', label: 'Select nothing', when: count > 0, run: () => selection.clear() });
  useEffect(() => {
    if (count > 0) announce(`${count} selected.`);
  }, [count]);
  if (count === 0) return null;
  const possible = (action: BulkAction) => possibleFor(selected, action);
  return (
    <>
      <section className="bulk-bar" aria-label="Selected impediments">
        <strong>{count} selected</strong>
        {Object.entries(BULK_ACTIONS).map(
          ([action, label]) =>
            isBulkAction(action) &&
            possible(action).length > 0 && (
              <OfferedCommand
                key={action}
                id={`bulk:${action}`}
                label={`${label}: ${plural(possible(action).length, 'selected impediment')} …`}
                group="here"
                first
                keywords={BULK_KEYWORDS[action]}
                run={() => setAsked(action)}
              />
            ),
        )}
        {Object.entries(BULK_ACTIONS).map(
          ([action, label]) =>
            isBulkAction(action) && (
              <Button
                key={action}
                size="sm"
                disabled={possible(action).length === 0}
                title={possible(action).length === 0 ? whyNone(selected, action) : undefined}
                onClick={() => setAsked(action)}
              >
                {label} …
              </Button>
            ),
        )}
        <Button size="sm" variant="ghost" onClick={() => selection.clear()}>
          Clear <Kbd>Esc</Kbd>
        </Button>
      </section>
      {asked !== null && (
        <Suspense>
          <BulkDialog
            action={asked}
            impediments={possible(asked)}
            stay={count - possible(asked).length}
            title={`${BULK_ACTIONS[asked]}: ${plural(possible(asked).length, 'impediment')}`}
            onClose={() => setAsked(null)}
          />
        </Suspense>
      )}
    </>
  );
}
