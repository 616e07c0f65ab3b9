import { useQuery } from '@apollo/client/react';
import { OPEN_STATES } from '@chapterhouse/domain/impediments/impediment-state';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { notify } from '@chapterhouse/ui/toast';
import { ExternalLink, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { newIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { OfferedCommand } from '../../../platform/commands/offered-command';
import { can } from '../../../platform/session/can';
import { ImpedimentStateBadge } from '../impediment-state-badge';
import { plural } from '../plural';
import { useImpedimentAct } from '../use-impediment-act';
import { AddLink } from './add-link';
import type { Detail } from './detail-body';
import { OPEN_OF_SOURCE, UNLINK_IMPEDIMENT } from './detail.operations';
import { useSameScreen } from './use-same-screen';

type Other = Detail['duplicates'][number];

/** What hangs together with it: other impediments, pages of the web, its duplicates, what else waits for the same. */
export function LinkedThings({ impediment }: { impediment: Detail }) {
  const act = useImpedimentAct();
  const { id, links, duplicates, source } = impediment;
  const removable = can(impediment, 'impediment:unlink');
  const unlink = async (linkId: string) => {
    const outcome = await act(impediment, UNLINK_IMPEDIMENT, { id, linkId, idempotencyKey: newIdempotencyKey() });
    if (!outcome.done) notify({ tone: 'problem', title: outcome.refusal.title, detail: outcome.refusal.next });
  };
  return (
    <div className="linked">
      {links.length > 0 && (
        <ul className="linked__list">
          {links.map((link) => (
            <li key={link.id} className="linked__one">
              {link.impediment ? (
                <OtherImpediment other={link.impediment} />
              ) : (
                <a href={link.url ?? undefined} target="_blank" rel="noopener noreferrer" className="linked__page">
                  <ExternalLink aria-hidden />
                  {link.title}
                </a>
              )}
              {removable && (
                <>
                  <OfferedCommand
                    id={`link-off:${link.id}`}
                    label={`Take the link to ${link.impediment?.key ?? link.title} away`}
                    group="here"
                    keywords="unlink remove"
                    run={() => void unlink(link.id)}
                  />
                  <IconButton
                    label={`Take the link to ${link.impediment?.key ?? link.title} away`}
                    size="sm"
                    icon={<X aria-hidden />}
                    onClick={() => void unlink(link.id)}
                  />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {duplicates.length > 0 && <Group title="Duplicates of it">{duplicates.map(asItem)}</Group>}
      {source && <OfSameSource id={id} source={source} />}
      {links.length === 0 && duplicates.length === 0 && !can(impediment, 'impediment:link') && (
        <span className="detail__quiet">Nothing is linked.</span>
      )}
      {can(impediment, 'impediment:link') && <AddLink impediment={impediment} />}
    </div>
  );
}

function OfSameSource({ id, source }: { id: string; source: { id: string; name: string } }) {
  const { data } = useQuery(OPEN_OF_SOURCE, { variables: { sourceId: source.id, states: [...OPEN_STATES] } });
  const others = (data?.impediments.edges ?? []).filter(({ node }) => node.id !== id).slice(0, 5);
  if (others.length === 0) return null;
  const more = (data?.impediments.totalCount ?? 0) - others.length - 1;
  return (
    <Group title={`Also waiting for ${source.name}`}>
      {others.map(({ node }) => asItem(node))}
      {more > 0 && (
        <li>
          <Link to={`/impediments/list?source=${encodeURIComponent(source.id)}`}>Show {plural(more, 'other')}</Link>
        </li>
      )}
    </Group>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="linked__group">
      <h4>{title}</h4>
      <ul className="linked__list">{children}</ul>
    </div>
  );
}

const asItem = (other: Other) => (
  <li key={other.id} className="linked__one">
    <OtherImpediment other={other} />
  </li>
);

function OtherImpediment({ other: { key, title, state } }: { other: Other }) {
  const there = useSameScreen();
  return (
    <Link to={there(key)} className="linked__impediment">
      <span className="detail__item-key">{key}</span> <span className="linked__title">{title}</span>{' '}
      <ImpedimentStateBadge state={state} />
    </Link>
  );
}
