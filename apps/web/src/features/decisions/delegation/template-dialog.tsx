import { useQuery } from '@apollo/client/react';
import { LEVEL_RULES } from '@chapterhouse/domain/decisions/delegation-levels';
import { ROLE_TITLES } from '@chapterhouse/domain/organization/role';
import { Button } from '@chapterhouse/ui/button';
import { Dialog } from '@chapterhouse/ui/dialog';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { VisuallyHidden } from '@chapterhouse/ui/visually-hidden';
import type { DelegationBoardFactsFragment, DelegationTemplatesQuery } from '../../../generated/graphql';
import { useIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useAct } from '../../../platform/refusals/use-act';
import type { KnownScope } from '../scopes/use-decision-scopes';
import { DELEGATION_TEMPLATES, USE_DELEGATION_TEMPLATE } from './delegation.operations';

export type TemplateDialogProps = {
  scope: KnownScope;
  /** Its cells, to be laid on the board. */
  onUse: (board: DelegationBoardFactsFragment) => Promise<void>;
  onClose: () => void;
};

/** Boards to begin with: looked at, changed and saved, never taken over unseen. */
export function TemplateDialog({ scope, onUse, onClose }: TemplateDialogProps) {
  const { data, error } = useQuery(DELEGATION_TEMPLATES);
  const { key, renew } = useIdempotencyKey();
  const { act, pending, refusal } = useAct(USE_DELEGATION_TEMPLATE);
  const use = async (templateId: string) => {
    const used = await act({ templateId, scopeKind: scope.kind, scopeId: scope.id, idempotencyKey: key() });
    renew();
    if (used === null) return;
    await onUse(used.useDelegationTemplate);
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Start from a template"
      description={`Its notes are laid on the board of ${scope.name} to be looked at; nothing counts before you save.`}
      size="lg"
    >
      <RefusalNote refusal={refusal ?? (error ? shownRefusal(error) : null)} />
      {!data && !error && <Skeleton lines={6} label="Loading the templates" />}
      <ul className="templates">
        {data?.delegationTemplates.map((template) => (
          <Template key={template.id} template={template} pending={pending} onUse={() => void use(template.id)} />
        ))}
      </ul>
    </Dialog>
  );
}

type TemplateProps = {
  template: DelegationTemplatesQuery['delegationTemplates'][number];
  pending: boolean;
  onUse: () => void;
};

function Template({ template: { id, name, description, cells }, pending, onUse }: TemplateProps) {
  return (
    <li className="template" aria-labelledby={`template-${id}`}>
      <div className="template__head">
        <div>
          <h3 id={`template-${id}`}>{name}</h3>
          <p>{description}</p>
        </div>
        <Button size="sm" pending={pending} onClick={onUse} aria-describedby={`template-${id}`}>
          Lay it on the board
        </Button>
      </div>
      <ul className="template__cells">
        {cells.map(({ decisionArea, level, role }) => (
          <li key={decisionArea}>
            <span className="template__level" title={LEVEL_RULES[level].title}>
              {LEVEL_RULES[level].number}
              <VisuallyHidden> {LEVEL_RULES[level].title}</VisuallyHidden>
            </span>
            {decisionArea}
            {role !== null && <span className="template__role">{ROLE_TITLES[role]}</span>}
          </li>
        ))}
      </ul>
    </li>
  );
}
