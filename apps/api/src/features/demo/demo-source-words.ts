/** What the demo's teams wait for, with contacts that reach nobody, and the days on which they do not work. */

export interface DemoSource {
  name: string;
  kind: 'TEAM' | 'DEPARTMENT' | 'SERVICE' | 'VENDOR' | 'POLICY';
  /** Whom to talk to; nobody knows it of all of them. */
  contact?: string;
  /** Of the kind TEAM: the name of the team that it is; its Product Owner is whom to talk to. */
  team?: string;
}

export const DEMO_SOURCES: DemoSource[] = [
  {
    name: 'Procurement',
    kind: 'DEPARTMENT',
    contact: 'Orders desk, room with the parrot\norders@harbourlight.example',
  },
  {
    name: 'Information Security',
    kind: 'DEPARTMENT',
    contact: 'Review requests before Tuesday noon: reviews@harbourlight.example\nUrgent: the red telephone, ext. 0000',
  },
  { name: 'Test environment Blue', kind: 'SERVICE', contact: 'Blue keepers, channel #blue-lagoon, ext. 0042' },
  {
    name: 'Payment gateway Coralpay',
    kind: 'VENDOR',
    contact: 'Coralpay help desk, contract CP-0000\nhelp@coralpay.example, weekdays 8 to 18',
  },
  {
    name: 'Satellite link Skybuoy',
    kind: 'VENDOR',
    contact: 'Skybuoy watch room, day and night: watch@skybuoy.example',
  },
  {
    name: 'Change approval board',
    kind: 'POLICY',
    contact: 'Meets on Thursdays at 14:00; papers by Wednesday: board@harbourlight.example',
  },
  { name: 'Legal', kind: 'DEPARTMENT', contact: 'legal@harbourlight.example' },
  { name: 'Shared release train', kind: 'SERVICE', contact: 'Conductor of the week, see the notice board' },
  { name: 'Crew union agreement', kind: 'POLICY' },
  { name: 'Data Lake team', kind: 'TEAM', team: 'Data Lake' },
  { name: 'Identity team', kind: 'TEAM', team: 'Identity' },
  { name: 'Port authority interface', kind: 'VENDOR', contact: 'Interface office of the port, pier zero' },
  // The same as "Test environment Blue": somebody will notice, and merge the two.
  { name: 'Blue test env', kind: 'SERVICE' },
];

/** Days that no other company has. */
export const DEMO_HOLIDAYS: { name: string; daysFromToday: number }[] = [
  { name: 'Fog Festival', daysFromToday: -45 },
  { name: 'Day of the First Crossing', daysFromToday: 12 },
  { name: 'Lighthouse Day', daysFromToday: 75 },
];
