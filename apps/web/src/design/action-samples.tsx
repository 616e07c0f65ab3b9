import { Button } from '@chapterhouse/ui/button';
import { Chip } from '@chapterhouse/ui/chip';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { Kbd } from '@chapterhouse/ui/kbd';
import { notify } from '@chapterhouse/ui/toast';
import { Plus } from 'lucide-react';
import { Sample, SampleGroup } from './sample';

const VARIANTS = ['primary', 'secondary', 'ghost', 'danger'] as const;
const SIZES = ['sm', 'md', 'lg'] as const;

/** What is pressed. */
export function ActionSamples() {
  return (
    <SampleGroup title="Actions">
      {VARIANTS.map((variant) => (
        <Sample key={variant} name={`Button, ${variant}`}>
          {SIZES.map((size) => (
            <Button key={size} variant={variant} size={size}>
              {size}
            </Button>
          ))}
          <Button variant={variant} icon={<Plus aria-hidden />}>
            With an icon
          </Button>
          <Button variant={variant} pending>
            Pending
          </Button>
          <Button variant={variant} disabled>
            Disabled
          </Button>
          {(variant === 'secondary' || variant === 'ghost') && (
            <Button variant={variant} aria-pressed="true">
              A switch, on
            </Button>
          )}
        </Sample>
      ))}
      <Sample name="IconButton">
        <IconButton label="Add" icon={<Plus aria-hidden />} />
        <IconButton label="Add, small" size="sm" icon={<Plus aria-hidden />} />
        <IconButton label="Add, with an edge" variant="secondary" icon={<Plus aria-hidden />} shortcut="c" />
        <IconButton label="Add, disabled" disabled icon={<Plus aria-hidden />} />
      </Sample>
      <Sample name="Chip">
        <Chip>Only to read</Chip>
        <Chip onRemove={() => {}}>Area: Quay</Chip>
        <Chip onRemove={() => {}}>One with so many words that it has to be cut somewhere before it ends</Chip>
      </Sample>
      <Sample name="Kbd">
        <Kbd>c</Kbd>
        <Kbd>Ctrl</Kbd>
      </Sample>
      <Sample name="Toast">
        <Button onClick={() => notify({ title: 'IMP-7 moved to In progress.' })}>Done</Button>
        <Button onClick={() => notify({ title: 'IMP-7 moved.', action: { label: 'Undo', onSelect: () => {} } })}>
          Done, with an action
        </Button>
        <Button
          onClick={() => notify({ tone: 'problem', title: 'IMP-7 went back.', detail: 'Look at it, then try again.' })}
        >
          Problem
        </Button>
      </Sample>
    </SampleGroup>
  );
}
