import { DECISION_LINK_KIND_TITLES, type DecisionLinkKind } from '@chapterhouse/domain/decisions/decision-links';
import { Button } from '@chapterhouse/ui/button';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { Popover } from '@chapterhouse/ui/popover';
import { notify } from '@chapterhouse/ui/toast';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { OfferedCommand } from '../../../platform/commands/offered-command';
import { newIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { useAct } from '../../../platform/refusals/use-act';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { can } from '../../../platform/session/can';
import { useApolloClient } from '@apollo/client/react';
import { LINK_DECISION, UNLINK_DECISION } from '../record-acts.operations';
import { TouchedField } from '../touched/touched-field';
import { linkInput, type Touched } from '../touched/touched';
import type { ShownDecision } from './decision-body';

type OneLink = ShownDecision['links'][number];

/** Impediments, items, places, goals and pages that it touches; each leads there. */
export function DecisionLinks({ decision }: { decision: ShownDecision }) {
  const client = useApolloClient();
  const { id, links } = decision;
  const unlink = async (linkId: string) => {
    try {
      await client.mutate({
        mutation: UNLINK_DECISION,
        variables: { id, linkId, idempotencyKey: newIdempotencyKey() },
      });
    } catch (error) {
      const { title, next } = shownRefusal(error);
      notify({ tone: 'problem', title, detail: next });
    }
  };
  const removable = ({ stays, addedByViewer }: OneLink) =>
    !stays && (addedByViewer || can(decision, 'decision:unlink'));
  return (
    <div className="decision-links">
      {links.length === 0 && <p className="decision__none">Nothing is linked.</p>}
      {links.length > 0 && (
        <ul className="decision-links__list">
          {links.map((link) => (
            <li key={link.id} className="decision-links__one">
              <span className="decision-links__kind">{DECISION_LINK_KIND_TITLES[link.kind]}</span>
              <span className="decision-links__name">
                <LinkedThing link={link} />
              </span>
              {removable(link) && (
                <>
                  <OfferedCommand
                    id={`unlink:${link.id}`}
                    label={`Take the link to ${nameOf(link)} away`}
                    group="here"
                    keywords="unlink remove"
                    run={() => void unlink(link.id)}
                  />
                  <IconButton
                    size="sm"
                    label={`Take the link to ${nameOf(link)} away`}
                    icon={<X aria-hidden />}
                    onClick={() => void unlink(link.id)}
                  />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {can(decision, 'decision:link') && <AddLink decision={decision} />}
    </div>
  );
}

function AddLink({ decision }: { decision: ShownDecision }) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      label="Link something"
      open={open}
      onOpenChange={setOpen}
      align="end"
      trigger={
        <Button variant="ghost" size="sm" icon={<Plus aria-hidden />}>
          Link something
        </Button>
      }
    >
      <LinkForm decision={decision} onDone={() => setOpen(false)} />
    </Popover>
  );
}

function LinkForm({ decision, onDone }: { decision: ShownDecision; onDone: () => void }) {
  const { act, pending, refusal } = useAct(LINK_DECISION);
  const [touched, setTouched] = useState<readonly Touched[]>([]);
  const [one] = touched;
  const save = async () => {
    if (!one) return;
    const done = await act({ id: decision.id, link: linkInput(one), idempotencyKey: newIdempotencyKey() });
    if (done) onDone();
  };
  return (
    <form
      className="decision-links__form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TouchedField
        label="What it touches"
        values={touched}
        onChange={(values) => setTouched(values.slice(-1))}
        takesFocus
      />
      <RefusalNote refusal={refusal} />
      <Button type="submit" size="sm" variant="primary" pending={pending}>
        Link
      </Button>
    </form>
  );
}

const nameOf = ({ key, title }: OneLink): string => key ?? title;

const PLACES: Partial<Record<DecisionLinkKind, (link: OneLink) => string | null>> = {
  IMPEDIMENT: ({ key }) => key && `/impediments/${key}`,
  TEAM: ({ thingId }) => thingId && `/teams/${thingId}`,
  AREA: ({ thingId }) => thingId && `/organization#place-${thingId}`,
  PRODUCT: ({ thingId }) => thingId && `/organization#place-${thingId}`,
  ITEM: ({ key }) => key && `/decisions?${new URLSearchParams({ touchesKey: key })}`,
};

function LinkedThing({ link }: { link: OneLink }) {
  const { kind, key, title, url } = link;
  const words = key === null || key === title ? title : `${key} ${title}`;
  if (kind === 'URL' && url !== null) {
    return (
      <a href={url} target="_blank" rel="noopener noreferrer">
        {title}
      </a>
    );
  }
  const to = PLACES[kind]?.(link) ?? null;
  return to === null ? words : <Link to={to}>{words}</Link>;
}
