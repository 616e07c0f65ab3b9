import { useQuery } from '@apollo/client/react';
import { buttonLook } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { notify } from '@chapterhouse/ui/toast';
import { useMemo, useState } from 'react';
import { Link, useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import type { CadenceQuery, CadenceSpan, OccurrenceQuery } from '../../../generated/graphql';
import { addDays, daysBetween } from '../../../platform/dates/day-words';
import { conflictOf } from '../../../platform/forms/conflict';
import { Page } from '../../../platform/page/page';
import { returnAddress } from '../../../platform/page/return-address';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { can } from '../../../platform/session/can';
import { CADENCE_TEMPLATES } from '../cadences.operations';
import { OCCURRENCE } from '../occurrence/occurrence.operations';
import { CadenceProblem } from '../series/cadence-page';
import { CADENCE, EDIT_CADENCE } from '../series/series.operations';
import { useContentKey } from '../use-content-key';
import { type CadenceForm, changesOf, formOf, startOf } from './cadence-form';
import { CadenceFormFields } from './cadence-form-fields';
import { lostDates, type WantedChange } from './lost-dates';
import { SpanDialog } from './span-dialog';
import { spansFor } from './spans';
import { useCadenceForm } from './use-cadence-form';
import './cadence-form.css';

/** As many dates ahead as the server tells. */
const AHEAD = 20;

/** `/cadences/:id/edit?at=<original start>&of=<date>`: a series, or one of its dates, or that one and all after it. */
export function EditCadencePage() {
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const [at, of] = [params.get('at'), params.get('of') ?? ''];
  const series = useQuery(CADENCE, { variables: { id, count: AHEAD }, fetchPolicy: 'cache-and-network' });
  const date = useQuery(OCCURRENCE, { variables: { id: of }, skip: of === '' });
  const cadence = series.data?.cadence;
  const error = series.error ?? date.error;
  const waits = of !== '' && !date.data;
  const { refetch } = series.error ? series : date;
  return (
    <Page title={cadence ? `Change ${cadence.name}` : 'Change a meeting'}>
      {cadence && !waits && (
        <EditOrNot key={`${cadence.id}:${of}`} cadence={cadence} at={at} date={date.data?.occurrence ?? null} />
      )}
      {(!cadence || waits) && !error && <Skeleton shape="card" lines={10} label="Loading the meeting" />}
      {(!cadence || waits) && error && <CadenceProblem error={error} onRetry={() => void refetch().catch(() => {})} />}
    </Page>
  );
}

type Series = CadenceQuery['cadence'];
type EditProps = { cadence: Series; at: string | null; date: OccurrenceQuery['occurrence'] | null };

/** Whoever has begun keeps what they typed in sight, also when they may not any more. */
function EditOrNot(props: EditProps) {
  const { cadence } = props;
  const may = can(cadence, 'cadence:edit');
  const [begun] = useState(may);
  return (
    <>
      {!may && (
        <ErrorNote
          tone="attention"
          title="You cannot change this meeting."
          next={`Who answers for ${cadence.chapter?.name ?? cadence.scope.name} can.${begun ? ' What you typed stands below, to be copied.' : ''}`}
          action={
            <Link className={buttonLook()} to={`/cadences/${encodeURIComponent(cadence.id)}`}>
              Open {cadence.name}
            </Link>
          }
        />
      )}
      {begun && <Edit {...props} />}
    </>
  );
}

function Edit({ cadence, at, date }: EditProps) {
  const saved = useMemo(() => formOf(cadence, date ?? undefined), [cadence, date]);
  const written = useCadenceForm(`cadence:edit:${date?.id ?? cadence.id}`, saved);
  const [asking, setAsking] = useState(false);
  const { act, pending, refusal } = useShownAct(EDIT_CADENCE);
  const { data } = useQuery(CADENCE_TEMPLATES);
  const { keyOf } = useContentKey();
  const navigate = useNavigate();
  const { state } = useLocation();
  const template = data?.cadenceTemplates.find(({ kind }) => kind === cadence.kind);
  const home = returnAddress(state) ?? `/cadences/${encodeURIComponent(cadence.id)}`;
  const { form, changed } = written;
  const back = () => void navigate(home);
  const wantedOf = (span: CadenceSpan): WantedChange => {
    const shift = daysBetween(saved.startsOn, form.startsOn);
    const startsAt = span === 'ALL' ? wholeStart(cadence, form, shift) : startOf(form);
    const fields = span === 'THIS' ? changed.filter((field) => field !== 'rule') : changed;
    return { span, at: span === 'ALL' ? null : at, changes: changesOf(form, fields, startsAt) };
  };
  const lostOf = (span: CadenceSpan) => lostDates(cadence, wantedOf(span), Date.now());
  const save = async (span: CadenceSpan) => {
    const version = conflictOf(refusal)?.version ?? cadence.version;
    const sent = { id: cadence.id, version, ...wantedOf(span) };
    const done = await act({ ...sent, idempotencyKey: keyOf(sent) });
    setAsking(false);
    if (done === null) return;
    written.clear();
    notify({ title: `${done.editCadence.name} is saved.`, detail: done.editCadence.sentence });
    // From a change of all after it on, another series takes place.
    const gone = done.editCadence.id !== cadence.id || span !== 'THIS';
    void navigate(gone ? `/cadences/${encodeURIComponent(done.editCadence.id)}` : home);
  };
  const send = () => {
    if (changed.length === 0) back();
    else if (at === null && lostOf('ALL').length === 0) void save('ALL');
    else setAsking(true);
  };
  return (
    <>
      <CadenceFormFields
        written={written}
        template={template}
        mode="edit"
        pending={pending}
        refusal={refusal}
        submit={at === null ? 'Save' : 'Save…'}
        onSend={send}
        onCancel={back}
      />
      {asking && (
        <SpanDialog
          spans={at === null ? ['ALL'] : spansFor(saved, form, changed)}
          lostOf={lostOf}
          among={cadence.next.length < AHEAD ? null : AHEAD}
          pending={pending}
          refusal={refusal}
          onChoose={(span) => void save(span)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

/** Of the whole series the next date moves by as many days as the one shown; its first one stays where days do. */
function wholeStart({ startsAt, next }: Series, form: CadenceForm, shift: number): string {
  if (shift === 0) return `${startsAt.slice(0, 10)}T${form.startsTime}`;
  const [first] = next;
  return first ? `${addDays(first.localStart.slice(0, 10), shift)}T${form.startsTime}` : startOf(form);
}
