import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { notify } from '@chapterhouse/ui/toast';
import { useMemo } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { useToday } from '../../../platform/dates/use-today';
import { useContentKey } from '../use-content-key';
import { Page } from '../../../platform/page/page';
import { returnAddress } from '../../../platform/page/return-address';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useAct } from '../../../platform/refusals/use-act';
import { useViewer } from '../../../platform/session/session-provider';
import { CADENCE_TEMPLATES } from '../cadences.operations';
import { CREATE_CADENCE } from '../series/series.operations';
import { type MeetingPlace, placeKey, useMeetingPlaces } from '../use-meeting-places';
import { type CadenceForm, formOfTemplate, inputOf, type Template } from './cadence-form';
import { CadenceFormFields } from './cadence-form-fields';
import { fitsTemplate } from './fits-template';
import { TemplateChoice } from './template-choice';
import { useCadenceForm } from './use-cadence-form';
import './cadence-form.css';

/** `/cadences/new`: a template first, then its form; `?scopeId=`, `?chapterId=` or `?communityId=` say whose it will be. */
export function NewCadencePage() {
  const [params] = useSearchParams();
  const { data, error, refetch } = useQuery(CADENCE_TEMPLATES);
  const { places, loading } = useMeetingPlaces();
  const { teams } = useViewer();
  const wanted = params.get('chapterId') ?? params.get('communityId') ?? params.get('scopeId');
  const asked = places.find((place) => placeKey(place) === wanted);
  const templates = (data?.cadenceTemplates ?? []).filter((one) => asked === undefined || fitsTemplate(one, asked));
  const template = templates.find(({ kind }) => kind === params.get('kind'));
  const own = teams[0];
  const usual = asked ?? places.find((place) => place.id === own?.id) ?? null;
  const whose = template && (usual && fitsTemplate(template, usual) ? usual : onlyOne(template, places));
  const title = template ? `New meeting: ${template.name}` : 'New meeting';
  return (
    <Page title={title} subtitle={template ? template.purpose : 'Which kind of meeting is it?'}>
      {error && (
        <RefusalNote
          refusal={shownRefusal(error)}
          action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
        />
      )}
      {!error && (!data || loading) && <Skeleton shape="card" lines={10} label="Loading the templates" />}
      {data && !loading && !template && <TemplateChoice templates={templates} />}
      {data && !loading && template && (
        <WriteNew key={`${template.kind}:${wanted ?? ''}`} template={template} whose={whose ?? null} />
      )}
    </Page>
  );
}

/** Where there is no choice, it is made. */
function onlyOne(template: Template, places: readonly MeetingPlace[]): MeetingPlace | null {
  const fitting = places.filter((place) => fitsTemplate(template, place));
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

function WriteNew({ template, whose }: { template: Template; whose: MeetingPlace | null }) {
  const { timeZone } = useViewer().organization;
  const day = useToday();
  const saved = useMemo(() => formOfTemplate(template, { whose, day, timeZone }), [template, whose, day, timeZone]);
  const written = useCadenceForm(`cadence:new:${template.kind}:${whose ? placeKey(whose) : ''}`, saved);
  const { act, pending, refusal } = useAct(CREATE_CADENCE, { refetchQueries: 'active' });
  const { keyOf } = useContentKey();
  const navigate = useNavigate();
  const { state } = useLocation();
  const send = async (form: CadenceForm) => {
    const input = inputOf(form);
    if (input === null) return;
    const done = await act({ input, idempotencyKey: keyOf(input) });
    if (done === null) return;
    written.clear();
    const { id, name, sentence } = done.createCadence;
    notify({ title: `${name} is planned.`, detail: sentence });
    void navigate(`/cadences/${encodeURIComponent(id)}`, { replace: true });
  };
  return (
    <CadenceFormFields
      written={written}
      template={template}
      mode="new"
      pending={pending}
      refusal={refusal}
      submit="Plan it"
      onSend={(form) => void send(form)}
      onCancel={() => void navigate(returnAddress(state) ?? '/cadences')}
    />
  );
}
