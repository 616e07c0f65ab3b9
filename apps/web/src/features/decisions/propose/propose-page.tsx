import { useQuery } from '@apollo/client/react';
import { DECISION_KINDS } from '@chapterhouse/domain/decisions/decision-fields';
import { Button } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { useMemo } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import type { DecisionQuery, NamedThingQuery } from '../../../generated/graphql';
import { Page } from '../../../platform/page/page';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useViewer } from '../../../platform/session/session-provider';
import { TemplateField, useTemplateWords } from '../../communities/public';
import { NAMED_THING } from '../decisions.operations';
import { DECISION } from '../page/decision.operations';
import { returnAddress } from '../../../platform/page/return-address';
import { begunForm, draftPlace } from './begun-form';
import { type DecisionForm, formOf } from './decision-form';
import { FullForm } from './full-form';
import type { ProposalBegun } from './propose-state';
import { withTemplate } from './template-form';
import { useDecisionForm } from './use-decision-form';
import { usePropose } from './use-propose';

/** `/decisions/new?about=<thing>`, `?template=A-7` or `?supersedes=D-7`: everything that a record may say. */
export function ProposePage() {
  const [params, setParams] = useSearchParams();
  const [about, supersedes] = [params.get('about') ?? '', params.get('supersedes') ?? ''];
  const template = supersedes === '' ? (params.get('template') ?? '') : '';
  const viewer = useViewer();
  const thing = useQuery(NAMED_THING, { variables: { id: about }, skip: about === '' });
  const old = useQuery(DECISION, { variables: { key: supersedes }, skip: supersedes === '' });
  const begun = useMemo(() => begunFrom(thing.data?.node ?? null), [thing.data]);
  const replaced = old.data?.decision;
  const offered = useTemplateWords(template);
  const { words } = offered;
  const kind = DECISION_KINDS.find((one) => one === params.get('kind'));
  const saved = useMemo(() => {
    if (replaced) return replacing(replaced);
    const form = begunForm(begun, viewer);
    const placed = kind === undefined ? form : { ...form, kind };
    return words ? withTemplate(placed, words) : placed;
  }, [replaced, begun, viewer, words, kind]);
  const title = supersedes === '' ? 'Propose a decision' : `Replace ${supersedes}`;
  const error = thing.error ?? old.error ?? offered.error;
  if (error) {
    return (
      <Page title={title}>
        <RefusalNote
          refusal={shownRefusal(error)}
          action={
            <Button onClick={() => void (thing.error ? thing : old.error ? old : offered).refetch().catch(() => {})}>
              Try again
            </Button>
          }
        />
      </Page>
    );
  }
  if (thing.loading || old.loading || offered.loading) {
    return (
      <Page title={title}>
        <Skeleton shape="card" lines={10} label="Loading the form" />
      </Page>
    );
  }
  const begunPlace = template === '' ? draftPlace(begun) : `${draftPlace(begun)}:${template}`;
  const place = supersedes === '' ? begunPlace : `decision:replaces:${supersedes}`;
  const choose = (key: string) =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      if (key === '') after.delete('template');
      else after.set('template', key);
      return after;
    });
  return (
    <Page title={title}>
      {supersedes === '' && (
        <TemplateField
          use="DECISION"
          value={template}
          hint="What is written with another template, or none, is kept apart as its own draft."
          onChoose={choose}
        />
      )}
      <WriteNew key={place} place={place} saved={saved} />
    </Page>
  );
}

function WriteNew({ place, saved }: { place: string; saved: DecisionForm }) {
  const written = useDecisionForm(place, saved);
  const { propose, pending, refusal } = usePropose();
  const navigate = useNavigate();
  const { state } = useLocation();
  const send = async (accept: boolean) => {
    const key = await propose(written.form, accept);
    if (key === null) return;
    written.clear();
    void navigate(`/decisions/${key}`, { replace: true });
  };
  return (
    <FullForm
      written={written}
      mode="propose"
      pending={pending}
      refusal={refusal}
      onSend={(accept) => void send(accept)}
      onCancel={() => void navigate(returnAddress(state) ?? '/decisions')}
    />
  );
}

/** What takes its place holds where it held, and is about the same. */
function replacing(old: DecisionQuery['decision']): DecisionForm {
  const { id, key, title } = old;
  return {
    ...formOf(old),
    title: '',
    outcome: '',
    rationale: '',
    context: '',
    drivers: '',
    options: [],
    chosenOption: null,
    gains: '',
    givesUp: '',
    consequences: { good: '', neutral: '', bad: '' },
    confirmation: '',
    moreInformation: '',
    revisitOn: '',
    people: { DECISION_MAKER: [], CONSULTED: [], INFORMED: [] },
    supersedes: [{ id, key, title }],
  };
}

function begunFrom(node: NamedThingQuery['node']): ProposalBegun {
  switch (node?.__typename) {
    case 'Impediment': {
      const { id, key, title, raisingTeam } = node;
      return {
        link: { kind: 'IMPEDIMENT', thingId: id, title: `${key} ${title}` },
        scope: { kind: 'TEAM', id: raisingTeam.id, name: raisingTeam.name },
      };
    }
    case 'Team':
      return { scope: { kind: 'TEAM', id: node.id, name: node.name } };
    case 'Area':
      return { scope: { kind: 'AREA', id: node.id, name: node.name } };
    case 'Product':
      return { scope: { kind: 'PRODUCT', id: node.id, name: node.name } };
    default:
      return {};
  }
}
