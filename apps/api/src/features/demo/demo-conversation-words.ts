/** Said to somebody in particular. */
export const DEMO_MENTIONS = [
  '{name} could you look at this before the planning? It blocks two of our items.',
  '{name} they answer faster when you ask. **Would you?**',
  'As agreed with {name}: we wait until Thursday, then we escalate.',
  '{name} is this the same as what your team had in spring?',
  'I have the numbers now: three days lost so far. {name} that should be enough for the meeting.',
  '{name} who decides this?',
];

export const DEMO_LABELS = [
  'release blocker',
  'quick win',
  'needs budget',
  'came back',
  'summer timetable',
  'security',
];

/** Pages that an impediment may point to; of a domain that is kept for examples. */
export const DEMO_PAGES = [
  { url: 'https://wiki.example.org/environments/blue', title: 'How environment Blue is booked' },
  { url: 'https://wiki.example.org/reviews/checklist', title: 'Checklist of the security review' },
  { url: 'https://status.example.org/coralpay', title: 'Status page of Coralpay' },
  { url: 'https://wiki.example.org/release-train', title: 'Calendar of the release train' },
];
