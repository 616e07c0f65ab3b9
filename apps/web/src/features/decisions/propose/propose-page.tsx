import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { useMemo } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import type { DecisionQuery, NamedThingQuery } from '../../../generated/graphql';
import { Page } from '../../../platform/page/page';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useViewer } from '../../../platform/session/session-provider';
import { NAMED_THING } from '../decisions.operations';
import { DECISION } from '../page/decision.operations';
import { returnAddress } from '../../../platform/page/return-address';
import { begunForm, draftPlace } from './begun-form';
import { type DecisionForm, formOf } from './decision-form';
import { FullForm } from './full-form';
import type { ProposalBegun } from './propose-state';
import { useDecisionForm } from './use-decision-form';
import { usePropose } from './use-propose';

/** `/decisions/new?about=<thing>` or `?supersedes=D-7`: everything that a record may say. */
export function ProposePage() {
  const [params] = useSearchParams();
  const [about, supersedes] = [params.get('about') ?? '', params.get('supersedes') ?? ''];
  const viewer = useViewer();
  const thing = useQuery(NAMED_THING, { variables: { id: about }, skip: about === '' });
  const old = useQuery(DECISION, { variables: { key: supersedes }, skip: supersedes === '' });
  const begun = useMemo(() => begunFrom(thing.data?.node ?? null), [thing.data]);
  const replaced = old.data?.decision;
  const saved = useMemo(() => (replaced ? replacing(replaced) : begunForm(begun, viewer)), [replaced, begun, viewer]);
  const title = supersedes === '' ? 'Propose a decision' : `Replace ${supersedes}`;
  const error = thing.error ?? old.error;
  if (error) {
    return (
      <Page title={title}>
        <RefusalNote
          refusal={shownRefusal(error)}
          action={<Button onClick={() => void (thing.error ? thing : old).refetch().catch(() => {})}>Try again</Button>}
        />
      </Page>
    );
  }
  if (thing.loading || old.loading) {
    return (
      <Page title={title}>
        <Skeleton shape="card" lines={10} label="Loading the form" />
      </Page>
    );
  }
  const place = supersedes === '' ? draftPlace(begun) : `decision:replaces:${supersedes}`;
  return (
    <Page title={title}>
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
