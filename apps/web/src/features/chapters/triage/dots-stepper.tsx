import { IconButton } from '@chapterhouse/ui/icon-button';
import { VisuallyHidden } from '@chapterhouse/ui/visually-hidden';
import { Minus, Plus } from 'lucide-react';
import { nameOf, type ShownItem } from './triage-items';
import type { Dots } from './use-dots';
import './dots-stepper.css';

export type DotsStepperProps = {
  item: ShownItem;
  dots: Dots;
  /** Whether this person may place dots now. */
  may: boolean;
  /** Where there is little room; nothing is shown of what is nothing. */
  small?: boolean;
};

/** How much people want to speak of it: all dots, one's own among them, and one more or less. */
export function DotsStepper({ item, dots, may, small = false }: DotsStepperProps) {
  const [own, all] = [dots.own(item), dots.all(item)];
  const name = nameOf(item);
  const words = ` ${all === 1 ? 'dot' : 'dots'}, ${own} of them yours`;
  return (
    <fieldset className="dots" data-small={small || undefined} aria-label={`Dots of ${name}`}>
      {may && (own > 0 || !small) && (
        <IconButton
          label="Take a dot back"
          size={small ? 'sm' : 'md'}
          variant={small ? 'ghost' : 'secondary'}
          icon={<Minus aria-hidden />}
          disabled={own === 0}
          onClick={() => dots.set(item, own - 1)}
        />
      )}
      <span className="dots__sum" data-none={all === 0 || undefined}>
        <span className="dots__marks" aria-hidden>
          {Array.from({ length: own }, (_, index) => (
            <i key={index} />
          ))}
        </span>
        {all}
        {small ? (
          <VisuallyHidden>{words}</VisuallyHidden>
        ) : (
          <span className="dots__words">
            {all === 1 ? 'dot' : 'dots'}
            <VisuallyHidden>, {own} of them yours</VisuallyHidden>
          </span>
        )}
      </span>
      {may && (
        <IconButton
          label={dots.left > 0 ? 'Place a dot' : 'No dots left'}
          size={small ? 'sm' : 'md'}
          variant={small ? 'ghost' : 'secondary'}
          icon={<Plus aria-hidden />}
          disabled={dots.left === 0}
          onClick={() => dots.set(item, own + 1)}
        />
      )}
    </fieldset>
  );
}
