import { Button, buttonLook } from '@chapterhouse/ui/button';
import { FilePlus2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { TemplateFor } from '../../../generated/graphql';
import { StartRunDialog } from '../checklists/start-run-dialog';
import { BriefedImpedimentDialog } from './briefed-impediment-dialog';

export type UseTemplateProps = { artifact: { id: string; key: string; title: string }; use: TemplateFor };

const WORDS: Record<TemplateFor, { action: string; hint: string }> = {
  DECISION: { action: 'Propose a decision with it', hint: 'Its headings fill the fields of the form.' },
  BRIEF: { action: 'Write a brief with it', hint: 'For an impediment that goes to the top level.' },
  AGREEMENT: { action: 'Make an agreement with it', hint: 'It is recorded as a decision of those who agree.' },
  CHECKLIST_RUN: { action: 'Start a run with it', hint: 'Each line of its list is a step to tick.' },
};

/** Begins what a template is for, with its words filled in. */
export function UseTemplate({ artifact, use }: UseTemplateProps) {
  const [asking, setAsking] = useState(false);
  const { action, hint } = WORDS[use];
  const decides = use === 'DECISION' || use === 'AGREEMENT';
  return (
    <div className="use-template">
      {decides ? (
        <Link
          className={buttonLook({ variant: 'primary' })}
          to={`/decisions/new?template=${artifact.key}${use === 'AGREEMENT' ? '&kind=PROCESS' : ''}`}
        >
          <FilePlus2 aria-hidden /> {action}
        </Link>
      ) : (
        <Button variant="primary" icon={<FilePlus2 aria-hidden />} onClick={() => setAsking(true)}>
          {action}
        </Button>
      )}
      <span className="use-template__hint">{hint}</span>
      {asking && use === 'BRIEF' && (
        <BriefedImpedimentDialog template={artifact.key} onClose={() => setAsking(false)} />
      )}
      {asking && use === 'CHECKLIST_RUN' && <StartRunDialog artifact={artifact} onClose={() => setAsking(false)} />}
    </div>
  );
}
