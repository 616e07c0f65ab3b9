/** The words of the demo: a ferry company that does not exist, with people named after plants and weather. */

export const DEMO_NAME = 'Harbourlight Ferries (demo)';
export const DEMO_SLUG = 'harbourlight-demo';
export const DEMO_PRODUCT = 'Ferrywise';

export const DEMO_AREAS: { name: string; purpose: string; teams: string[] }[] = [
  {
    name: 'Booking and Fares',
    purpose: 'Travellers find a crossing and pay a fair price.',
    teams: ['Timetable', 'Fare Engine', 'Checkout', 'Refunds', 'Group Travel'],
  },
  {
    name: 'Vessel Operations',
    purpose: 'Every ferry leaves on time, or everybody knows why not.',
    teams: ['Departures', 'Route Planning', 'Fuel and Trim', 'Maintenance', 'Weather Desk'],
  },
  {
    name: 'Port and Cargo',
    purpose: 'Cars, lorries and parcels board in the right order.',
    teams: ['Lane Control', 'Freight Booking', 'Customs Papers', 'Gate Sensors', 'Parcel Hub'],
  },
  {
    name: 'Crew and Safety',
    purpose: 'Enough trained people on board, and safe ones.',
    teams: ['Rostering', 'Certificates', 'Drills', 'Incident Log', 'Crew App'],
  },
  {
    name: 'Traveller Experience',
    purpose: 'The journey before and after the crossing.',
    teams: ['Mobile App', 'Onboard Kiosk', 'Loyalty', 'Notifications', 'Accessibility'],
  },
  {
    name: 'Data and Platform',
    purpose: 'What all the others stand on.',
    teams: ['Identity', 'Delivery Pipeline', 'Data Lake', 'Observability', 'Integration Hub'],
  },
];

export const FIRST_NAMES = [
  'Juniper',
  'Basil',
  'Clover',
  'Sorrel',
  'Rowan',
  'Tansy',
  'Linden',
  'Fennel',
  'Hazel',
  'Yarrow',
  'Saffron',
  'Alder',
  'Bryony',
  'Cedar',
  'Dill',
  'Elder',
  'Fern',
  'Ginger',
  'Heath',
  'Iris',
  'Laurel',
  'Maple',
  'Nettle',
  'Olive',
  'Poppy',
  'Quince',
  'Rue',
  'Sage',
  'Thyme',
  'Violet',
];
export const LAST_NAMES = [
  'Drizzle',
  'Squall',
  'Brightwater',
  'Fogbank',
  'Gale',
  'Hailstone',
  'Icefloe',
  'Kelpwood',
  'Lowtide',
  'Mistral',
  'Nimbus',
  'Overcast',
  'Pebble',
  'Quayside',
  'Rainbow',
  'Saltmarsh',
  'Thunder',
  'Undertow',
  'Whitecap',
  'Zephyr',
  'Anchorage',
  'Breakwater',
  'Cloudberry',
  'Dewdrop',
];

export interface DemoTopic {
  title: string;
  category: 'TOOLING' | 'ENVIRONMENT' | 'PROCESS' | 'PEOPLE' | 'KNOWLEDGE' | 'EXTERNAL' | 'POLICY' | 'OTHER';
  /** Position in DEMO_SOURCES; null when nobody in particular is waited for. */
  source: number | null;
  nextStep: string;
  resolution: string;
  /** What `{thing}` may be. */
  things: string[];
}

export const DEMO_TOPICS: DemoTopic[] = [
  {
    title: 'Test environment Blue is down before {thing}',
    category: 'ENVIRONMENT',
    source: 2,
    nextStep: 'Agree with the platform on a restart window and a named contact.',
    resolution: 'The environment got its own database; nightly loads no longer block it.',
    things: ['the regression run', 'the Sprint Review', 'the load test', 'the partner demo'],
  },
  {
    title: 'Waiting for a security review of {thing}',
    category: 'POLICY',
    source: 1,
    nextStep: 'Ask for a reviewer with a date; offer a walkthrough of one hour.',
    resolution: 'A checklist for small changes replaced the full review.',
    things: ['the new login', 'the partner interface', 'push messages', 'the kiosk firmware', 'the roster export'],
  },
  {
    title: 'Licences for {thing} have not arrived',
    category: 'EXTERNAL',
    source: 0,
    nextStep: 'Escalate the order with the number of people who wait.',
    resolution: 'Procurement opened a framework order; licences come within a day.',
    things: ['the map tiles', 'the design tool', 'the load generator', 'the screen reader'],
  },
  {
    title: 'Coralpay sandbox rejects {thing}',
    category: 'EXTERNAL',
    source: 3,
    nextStep: 'Send the three failing requests to their support with our contract number.',
    resolution: 'The vendor fixed its sandbox; we keep a contract test that tells us first.',
    things: ['refunds', 'split payments', 'gift cards', 'foreign cards'],
  },
  {
    title: 'Change approval takes two weeks for {thing}',
    category: 'POLICY',
    source: 5,
    nextStep: 'Bring the last ten approvals and their outcomes to the board.',
    resolution: 'Standard changes are approved in advance; the board sees them afterwards.',
    things: ['a text change', 'a database index', 'a certificate', 'a feature switch'],
  },
  {
    title: 'Nobody can answer questions about {thing}',
    category: 'KNOWLEDGE',
    source: null,
    nextStep: 'Find who built it and book two pairing sessions.',
    resolution: 'Two teams wrote the missing pages together and own them now.',
    things: ['the tide table import', 'the old fare rules', 'lane numbering', 'the crew hours rule', 'customs codes'],
  },
  {
    title: 'The release train skipped {thing}',
    category: 'PROCESS',
    source: 7,
    nextStep: 'Agree on a way to release this part alone.',
    resolution: 'The part is released on its own now.',
    things: ['our fix', 'the hotfix for gates', 'the mobile build', 'the timetable change'],
  },
  {
    title: 'Satellite link drops during {thing}',
    category: 'EXTERNAL',
    source: 4,
    nextStep: 'Collect the outages of two weeks with position and time.',
    resolution: 'The vendor moved the antenna profile; the app keeps working offline meanwhile.',
    things: ['boarding', 'the night crossing', 'crew sign-on', 'payment on board'],
  },
  {
    title: 'Data contract of {thing} changed without notice',
    category: 'PROCESS',
    source: 9,
    nextStep: 'Ask for a version number and a month of both shapes.',
    resolution: 'The contract is versioned; consumers are told before a change.',
    things: ['passenger counts', 'fuel readings', 'loyalty events', 'gate openings'],
  },
  {
    title: 'Single sign-on fails for {thing}',
    category: 'TOOLING',
    source: 10,
    nextStep: 'Give the Identity team a failing account and a time.',
    resolution: 'The group mapping was corrected and is tested every night.',
    things: ['seasonal crew', 'port agents', 'the test users', 'contractors'],
  },
  {
    title: 'Port authority interface is silent about {thing}',
    category: 'EXTERNAL',
    source: 11,
    nextStep: 'Ask the port for its maintenance calendar.',
    resolution: 'A subscription to their notices replaced polling.',
    things: ['berth changes', 'closures', 'pilot times'],
  },
  {
    title: 'Contract text for {thing} waits for Legal',
    category: 'POLICY',
    source: 6,
    nextStep: 'Offer Legal the two variants and ask for a choice, not a draft.',
    resolution: 'Legal keeps a set of approved texts that teams may use.',
    things: ['the loyalty terms', 'delay compensation', 'the photo consent', 'freight liability'],
  },
  {
    title: 'Union consultation open for {thing}',
    category: 'POLICY',
    source: 8,
    nextStep: 'Invite the representatives to the next Sprint Review.',
    resolution: 'The representatives see drafts early; consultation takes a week.',
    things: ['shift swaps', 'drill tracking', 'the crew app rollout'],
  },
  {
    title: 'Build queue is longer than {thing}',
    category: 'TOOLING',
    source: 7,
    nextStep: 'Measure which jobs wait and for what.',
    resolution: 'Two more build machines and a smaller test set for branches.',
    things: ['an hour', 'the working day', 'our patience'],
  },
  {
    title: 'Only one person can deploy {thing}',
    category: 'PEOPLE',
    source: null,
    nextStep: 'Pair on the next deployment and write it down.',
    resolution: 'Three people have deployed it; the steps are a script.',
    things: ['the fare engine', 'the gate controller', 'the data lake jobs', 'the kiosk image'],
  },
  {
    title: 'Product decisions on {thing} take weeks',
    category: 'PROCESS',
    source: null,
    nextStep: 'Ask the Product Owner to name a backup for the absence.',
    resolution: 'The backup decides within a day.',
    things: ['group discounts', 'seat reservation', 'the cancellation fee', 'vehicle height limits'],
  },
  {
    title: 'Test data for {thing} is not available',
    category: 'ENVIRONMENT',
    source: 12,
    nextStep: 'Agree on a set of invented data that everybody may use.',
    resolution: 'A generator makes the data for every test run.',
    things: ['lorries over 40 tonnes', 'wheelchair bookings', 'winter timetables', 'dangerous goods'],
  },
  {
    title: 'Meeting rooms with {thing} are always taken',
    category: 'OTHER',
    source: null,
    nextStep: 'Reserve one room a week for the chapter.',
    resolution: 'Reviews moved to the canteen at ten.',
    things: ['a projector', 'space for thirty', 'a camera'],
  },
];

export const DEMO_COMMENTS = [
  'We lost most of yesterday to this.',
  'Asked again this morning; no date yet.',
  'There is a workaround: do it by hand before ten. It does not scale.',
  'We have the same in our team, adding us.',
  'Spoke to them: they need the numbers, not the story.',
  'Half of it is solved. The other half waits for access.',
  'This came up last quarter too.',
  'Thank you. Tested on our side, it works.',
  'Can we meet for fifteen minutes tomorrow?',
];
