import type { ImpedimentFactsFragment } from '../../../generated/graphql';
import { OfferedCommand } from '../../../platform/commands/offered-command';
import { can } from '../../../platform/session/can';

type EditCommand = {
  /** What stands in the panel or on the page for it: a button is pressed, a field gets the focus. */
  place: string;
  label: (key: string) => string;
  keywords: string;
  needs: Parameters<typeof can>[1];
};

const inPlace = (field: string) => `.in-place--${field} .in-place__edit`;

/** Each opens what is edited where it stands; what a person may not edit has no such place. */
const EDITS: readonly EditCommand[] = [
  {
    place: inPlace('title'),
    label: (key) => `Edit the title of ${key} …`,
    keywords: 'rename',
    needs: 'impediment:edit',
  },
  {
    place: inPlace('description'),
    label: (key) => `Edit the description of ${key} …`,
    keywords: 'words text',
    needs: 'impediment:edit',
  },
  {
    place: inPlace('dueOn'),
    label: (key) => `Edit the due date of ${key} …`,
    keywords: 'deadline until when day',
    needs: 'impediment:edit',
  },
  {
    place: inPlace('nextStep'),
    label: (key) => `Edit the next step of ${key} …`,
    keywords: 'what happens next',
    needs: 'impediment:edit',
  },
  {
    place: '[data-edits="owner"]',
    label: (key) => `Change the owner of ${key} …`,
    keywords: 'assign give person edit',
    needs: 'impediment:assign',
  },
  {
    place: '.detail__select select',
    label: (key) => `Change the category of ${key} …`,
    keywords: 'edit kind',
    needs: 'impediment:edit',
  },
  {
    place: '[aria-label="Edit what it waits for"]',
    label: (key) => `Change what ${key} waits for …`,
    keywords: 'edit source department supplier',
    needs: 'impediment:edit',
  },
  {
    place: '[data-edits="labels"]',
    label: (key) => `Add a label to ${key} …`,
    keywords: 'tag file',
    needs: 'impediment:label',
  },
  {
    place: '[data-edits="teams"]',
    label: (key) => `Add an affected team to ${key} …`,
    keywords: 'affects hits blocks',
    needs: 'impediment:add-team',
  },
  {
    place: inPlace('blockedItemKeys'),
    label: (key) => `Edit the blocked items of ${key} …`,
    keywords: 'backlog work stories',
    needs: 'impediment:edit',
  },
  {
    place: '[data-edits="links"]',
    label: (key) => `Link something to ${key} …`,
    keywords: 'add page address other impediment',
    needs: 'impediment:link',
  },
  {
    place: '.comment-form textarea',
    label: (key) => `Comment on ${key} …`,
    keywords: 'write say answer reply',
    needs: 'impediment:comment',
  },
];

/** Whatever can be edited where it stands, in the command palette. */
export function EditCommands({ impediment }: { impediment: ImpedimentFactsFragment }) {
  return EDITS.filter(({ needs }) => can(impediment, needs)).map(({ place, label, keywords }) => (
    <OfferedCommand
      key={place}
      id={`edit:${place}`}
      label={label(impediment.key)}
      group="here"
      keywords={keywords}
      run={() => goTo(place)}
    />
  ));
}

function goTo(place: string): void {
  const there = document.querySelector<HTMLElement>(`:is(.detail, .detail-page) ${place}`);
  there?.scrollIntoView?.({ block: 'center' });
  if (there instanceof HTMLButtonElement) there.click();
  else there?.focus();
}
