import { buttonLook } from '@chapterhouse/ui/button';
import { Download } from 'lucide-react';
import type { BriefFactsFragment } from '../../../generated/graphql';
import './brief-downloads.css';

/** A brief as a file, which the server makes from what is kept. */
export function BriefDownloads({ brief }: { brief: Pick<BriefFactsFragment, 'pdfUrl' | 'markdownUrl'> }) {
  return (
    <span className="brief-downloads">
      <a className={buttonLook({ variant: 'ghost' })} href={brief.pdfUrl} download>
        <Download aria-hidden />
        PDF
      </a>
      <a className={buttonLook({ variant: 'ghost' })} href={brief.markdownUrl} download>
        <Download aria-hidden />
        Markdown
      </a>
    </span>
  );
}
