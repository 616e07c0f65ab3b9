/** Sprint Goals and backlog items of the demo, by the position of the area. */
export const DEMO_WORK: { goals: string[]; items: string[] }[] = [
  {
    goals: [
      'Travellers change a booking without calling us',
      'One price from search to receipt',
      'Groups of thirty book in one go',
      'Refunds arrive within three days',
    ],
    items: [
      'Show the whole price before the last step',
      'Change the sailing of a paid booking',
      'Pay part of a group booking later',
      'Explain a refund that is refused',
      'Offer the next sailing when one is full',
      'Remember the car of a returning traveller',
      'Round fares the same way everywhere',
    ],
  },
  {
    goals: [
      'A delay is known ashore within a minute',
      'Fuel plans follow the tide',
      'The yard sees the next six weeks',
      'Storm plans are made the day before',
    ],
    items: [
      'Tell the bridge why a departure waits',
      'Warn when trim and load disagree',
      'Plan the dry dock around the season',
      'Compare two routes by fuel',
      'Keep the weather of the last hour at hand',
      'Mark a vessel as out of service',
      'Show tide windows beside the timetable',
    ],
  },
  {
    goals: [
      'Lorries board without a stop at the desk',
      'Customs papers are ready before the gate',
      'Parcels find their lane by themselves',
      'A full lane is seen from the gate',
    ],
    items: [
      'Read a number plate in the rain',
      'Send papers ahead of the lorry',
      'Rebook freight that missed its crossing',
      'Count what is in a lane',
      'Print a label for an odd parcel',
      'Let a driver correct the length',
      'Tell customs about a late change',
    ],
  },
  {
    goals: [
      'Nobody sails with a certificate that ran out',
      'Crews swap shifts by themselves',
      'A drill is on record before the crew leaves',
      'Near misses are told without fear',
    ],
    items: [
      'Warn thirty days before a certificate ends',
      'Offer a shift to those who may take it',
      'Record a drill without a signal',
      'Take a photo of an incident',
      'Show rest times beside the roster',
      'Send the roster to the own calendar',
      'Ask a witness once, not twice',
    ],
  },
  {
    goals: [
      'The next step of the journey is always on screen',
      'A kiosk that everybody can reach and read',
      'Points count on the day of travel',
      'One message for each change, in time',
    ],
    items: [
      'Find the gate in the app',
      'Read the kiosk aloud',
      'Use points for a cabin',
      'Send one message instead of three',
      'Keep the boarding pass without a signal',
      'Larger letters on the deck plan',
      'Ask after the journey, in one question',
    ],
  },
  {
    goals: [
      'A change is in production within the hour',
      'One account for crew and office',
      'Every alarm has somebody who answers',
      'Events arrive once and in order',
    ],
    items: [
      'Sign in with the crew card',
      'Roll back with one command',
      'Keep two years of sailings at hand',
      'Group alarms of one cause',
      'Replay what a partner has missed',
      'Rotate keys without a stop',
      'Show what a build waits for',
    ],
  },
];

/** Keys of another tool, which nobody has imported. */
export const DEMO_FOREIGN_KEYS = ['CORAL-118', 'DOCK-7', 'CORAL-121', 'YARD-53', 'DOCK-12'];
