import type { BriefAnswerKind } from '@chapterhouse/domain/impediments/brief-fields';

/** What teams ask the top level for, by the number of the source that they wait for. */
export interface DemoAsk {
  source: number;
  ask: string;
  proposal: string;
}

export const DEMO_ASKS: readonly DemoAsk[] = [
  {
    source: 3,
    ask: 'Pay for the second support level of Coralpay until the end of the year.',
    proposal:
      'One contract for all teams instead of three, with an engineer of Coralpay who answers within four hours and a sandbox that is tested before each of their releases.\n\nOther options: build a stand-in of the gateway ourselves (two teams, one Sprint, to be kept up for good), or change the gateway (half a year).\n\nIf nothing is done, each release with a payment in it waits as this one does.',
  },
  {
    source: 5,
    ask: 'Approve standard changes in advance: the board sees them afterwards, in its list.',
    proposal:
      'A change that has gone well ten times, can be taken back within five minutes and touches no timetable needs no meeting. The teams keep the list of such changes with the board, and either side may strike one from it.\n\nThe other option is a second meeting each week, which costs the board a day a month and halves the waiting.',
  },
  {
    source: 0,
    ask: 'Let Procurement open a framework order for licences of up to 500 a seat.',
    proposal:
      'Teams take a licence from the frame and Procurement sees it the same day. Everything above stays as it is.\n\nThe other option is a stock of ten seats of the four tools that most teams ask for.',
  },
  {
    source: 4,
    ask: 'Have Skybuoy move the antenna profile on the night crossings, at our cost.',
    proposal:
      'The change costs one evening in port for each vessel. Until then the app keeps on working offline, which hides the outages and does not end them.',
  },
  {
    source: 1,
    ask: 'Give each area a named reviewer of Information Security for one day a week.',
    proposal:
      'Small changes go by a checklist that the reviewer and the teams write together; the full review stays for what touches payment or identity.',
  },
  {
    source: 2,
    ask: 'Give the test environment Blue a database of its own.',
    proposal:
      'The nightly loads move away, and the regression run no longer waits for the morning. The platform keeps both alike.\n\nThe other option is a booking list, which only says who waits for whom.',
  },
];

export const DEMO_ANSWER: { kind: BriefAnswerKind; words: string } = {
  kind: 'AGREED_WITH_CHANGE',
  words:
    'Yes, for six months and with a number to look at: we want to see the waiting days of these teams halved by then, or we stop it. Finance knows; name one person of ours whom the other side calls.',
};
