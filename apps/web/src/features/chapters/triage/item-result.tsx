import { Button } from '@chapterhouse/ui/button';
import { can } from '../../../platform/session/can';
import { Moment } from '../../impediments/public';
import { ResultBadge } from './result-badge';
import type { ShownItem, ShownSession } from './triage-items';
import { REOPEN_TRIAGE_ITEM } from './triage.operations';
import { useTriageAct } from './use-triage-act';

/** How it ended, and the way back while the session runs. */
export function ItemResult({ session, item }: { session: ShownSession; item: ShownItem }) {
  const { act, pending } = useTriageAct();
  const { result, note, endedBy, endedAt } = item;
  return (
    <section className="triage-item__part triage-item__result" aria-label="Result">
      <ResultBadge result={result} />
      {note !== null && note !== '' && <p>{note}</p>}
      {endedBy && endedAt !== null && (
        <p className="triage-item__by">
          {endedBy.name}, <Moment at={endedAt} />
        </p>
      )}
      {can(session, 'triage:facilitate') && (
        <Button size="sm" pending={pending} onClick={() => void act(REOPEN_TRIAGE_ITEM, { itemId: item.id })}>
          Open again
        </Button>
      )}
    </section>
  );
}
