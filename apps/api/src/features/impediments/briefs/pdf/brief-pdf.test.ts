import { describe, expect, it } from '@jest/globals';
import { type BriefSending, briefDocument, type GivenAnswer } from '@chapterhouse/domain/impediments/brief-document';
import type { EscalationBrief } from '@chapterhouse/domain/impediments/escalation-brief';
import { extractText, getDocumentProxy } from 'unpdf';
import { briefAsPdf } from './brief-pdf.js';

const pace = (lost: number | null, sprints: { name: string; done: number }[]) => ({
  lost,
  lack: lost === null ? ('BEFORE' as const) : null,
  before: { mean: lost === null ? null : 12, sprints },
  during: { mean: 6, sprints: [{ name: 'Sprint 4', done: 6 }] },
});
const SPRINTS = [
  { name: 'Sprint 3', done: 14 },
  { name: 'Sprint 2', done: 10.25 },
];

const SENDING: BriefSending = {
  by: 'Lena Berg',
  to: ['Edna Wolff', 'Jon Park'],
  at: '2026-03-11T09:05:00.000Z',
  fingerprint: '0123456789abcdef'.repeat(4),
};

const BRIEF: EscalationBrief = {
  format: 1,
  asOf: '2026-03-11T09:00:00.000Z',
  timeZone: 'Europe/Berlin',
  impediment: {
    id: 'i1',
    key: 'IMP-42',
    title: 'Test cards are refused by the payment gateway since its update',
    category: 'External',
    severity: 'High',
    source: 'Payment gateway',
    raisedAt: '2026-03-02T09:00:00.000Z',
    ageInWorkingDays: 6,
  },
  teams: [
    { id: 't1', name: 'Payments', area: 'Checkout', blockedTeamDays: 6, stillBlocked: true },
    { id: 't2', name: 'Quay', area: 'Harbour', blockedTeamDays: 2, stillBlocked: true },
    { id: 't3', name: 'Yard', area: 'Harbour', blockedTeamDays: 2, stillBlocked: false },
  ],
  blockedItems: [
    { key: 'PAY-7', title: 'Pay by invoice' },
    { key: 'PAY-9', title: null },
  ],
  blockedTeamDays: { soFar: 10, perDay: 2 },
  velocity: {
    formula:
      'mean done in the last three finished sprints before it, minus mean done in the finished sprints that it overlaps',
    teams: ['Payments', 'Quay', 'Yard'].map((team, index) => ({
      team,
      items: pace(index === 0 ? 6 : null, SPRINTS),
      points: pace(index === 0 ? 12.5 : null, []),
    })),
  },
  earlier: {
    quarters: ['2025-Q4', '2026-Q1'],
    impediments: [
      {
        id: 'i0',
        key: 'IMP-7',
        title: 'Sandbox is down',
        state: 'Closed',
        resolution: 'They restarted it',
        blockedTeamDays: 4,
      },
      { id: 'i2', key: 'IMP-9', title: 'Sandbox is down again', state: 'Closed', resolution: '', blockedTeamDays: 1 },
    ],
    blockedTeamDays: 5,
    recurring: true,
  },
  proposal:
    'One contact at the vendor for all teams, who has a sandbox of ours and tells us a week before an update.\n\nFirst step: Mira calls them.',
  ask: 'Pay for support level 2, from April on.',
  answerBy: '2026-03-20',
};
const ANSWER: GivenAnswer = {
  kind: 'AGREED_WITH_CHANGE',
  by: 'Ana Roth',
  at: '2026-03-12T09:00:00Z',
  words: 'From May on.\nI pay.',
};

const many = (count: number): EscalationBrief => {
  const team = (index: number): string => `Team ${String(index).padStart(3, '0')} of Quay and Yard`;
  return {
    ...BRIEF,
    teams: Array.from({ length: count }, (_, index) => ({
      id: `t${index}`,
      name: team(index),
      area: `Area ${index % 7}`,
      blockedTeamDays: 1000 + index,
      stillBlocked: index % 3 > 0,
    })),
    velocity: {
      ...BRIEF.velocity,
      teams: Array.from({ length: count }, (_, index) => ({
        team: team(index),
        items: pace(6, SPRINTS),
        points: pace(null, SPRINTS),
      })),
    },
  };
};
const LONG = Array.from({ length: 400 }, (_, index) => `Word${index}`).join(' ');

/** The title in one line, as far as it goes, and the number. */
const FOOT = /Escalation brief: [^\n]*\n?Page \d+ of \d+\s*$/u;

async function read(pdf: Buffer): Promise<{ pages: string[]; text: string }> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
  return { pages: text, text: plain(text.map((page) => page.replace(FOOT, '')).join(' ')) };
}
/** Without what line breaks change. */
function plain(text: string): string {
  return text.replaceAll(/\s+/gu, '');
}

/** Everything that the brief says, piece by piece. */
function pieces(brief: EscalationBrief, answer: GivenAnswer | null): string[] {
  const { title, about, sections } = briefDocument(brief, answer, SENDING);
  return [
    title,
    about,
    ...sections.flatMap((section) => [
      section.title,
      ...section.blocks.flatMap((block) => {
        if (block.kind === 'FIGURES') return block.figures.flatMap(({ value, words }) => [value, words]);
        if (block.kind === 'LIST') return [...block.lines];
        if (block.kind === 'TABLE') return block.rows.length === 0 ? [] : [...block.heads, ...block.rows.flat()];
        return block.text.split('\n');
      }),
    ]),
  ];
}

describe('a brief as PDF', () => {
  it.each<[string, EscalationBrief, GivenAnswer | null]>([
    ['as sent', BRIEF, null],
    ['with its answer', BRIEF, ANSWER],
    ['of a hundred teams', many(100), ANSWER],
    ['without anything', { ...BRIEF, teams: [], blockedItems: [], velocity: { ...BRIEF.velocity, teams: [] } }, null],
    [
      'with long words',
      {
        ...BRIEF,
        ask: LONG,
        proposal: `${LONG}\n\n${LONG}`,
        impediment: { ...BRIEF.impediment, title: LONG.slice(0, 200) },
      },
      ANSWER,
    ],
    ['asking more than a page', { ...BRIEF, ask: `${LONG}\n${LONG}\n${LONG}` }, null],
    ['with a word that no line holds', { ...BRIEF, ask: 'a'.repeat(900) }, null],
  ])('%s, every word of it', async (_what, brief, answer) => {
    const pdf = await briefAsPdf(brief, answer, SENDING);
    const { pages, text } = await read(pdf);
    for (const piece of pieces(brief, answer)) expect(text).toContain(plain(piece));
    for (const [index, page] of pages.entries()) expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
    expect(text).not.toContain('\ufffd');
  });

  it('repeats the heads of a table on each of its pages, and sets no page but for words', async () => {
    const { pages } = await read(await briefAsPdf(many(100), null, SENDING));
    expect(pages.length).toBeGreaterThan(5);
    const velocity = pages.filter((page) => page.includes('Sprint 4: 6'));
    for (const page of velocity) expect(page).toContain('While it lasted');
    for (const page of pages) expect(page.length).toBeGreaterThan(200);
  });

  it('names people and things in their own script', async () => {
    const names = [
      'Łukasz Žižek',
      'Ωμέγα Жданов',
      'Nguyễn Thị Hằng',
      '王小明 张伟',
      '佐藤 健太',
      '김민준',
      'สมชาย',
      '🚀 ✓ → ★',
      'प्रिया',
    ];
    const brief = { ...BRIEF, blockedItems: names.map((title) => ({ key: 'PAY-1', title })), ask: names.join(' ') };
    const pdf = await briefAsPdf(brief, null, { ...SENDING, by: names[0] ?? '' });
    const { text } = await read(pdf);
    for (const name of names.slice(0, -1)) expect(text).toContain(plain(name));
    expect(text).not.toContain('\ufffd');
  });

  it('names from right to left stay in their order, and what nobody can write is seen to be missing', async () => {
    const { text, pages } = await read(
      await briefAsPdf({ ...BRIEF, ask: 'محمد علي and שלום עולם \u{12345}' }, null, SENDING),
    );
    expect(pages.length).toBeGreaterThan(0);
    for (const word of ['محمد', 'علي', 'שלום', 'עולם', '\ufffd']) expect(text).toContain(word);
  });

  it('nothing in it runs, and none of what people wrote is a link', async () => {
    const evil = '<script>x</script> https://h.example (javascript:b) \u202e/JavaScript';
    const pdf = await briefAsPdf({ ...BRIEF, ask: evil, proposal: evil }, null, SENDING);
    expect(pdf.toString('latin1')).not.toMatch(/\/(JS|JavaScript|OpenAction|AA|Launch|URI|EmbeddedFile|AcroForm)\b/u);
    const document = await getDocumentProxy(new Uint8Array(pdf));
    expect([await document.getJSActions(), await document.getAttachments(), await document.getOpenAction()]).toEqual([
      null,
      null,
      null,
    ]);
    expect(await (await document.getPage(1)).getAnnotations()).toEqual([]);
  });

  it('is tagged for screen readers, in its language and with its title', async () => {
    const document = await getDocumentProxy(new Uint8Array(await briefAsPdf(BRIEF, ANSWER, SENDING)));
    const { info } = await document.getMetadata();
    expect(info).toMatchObject({ Title: `Escalation brief: IMP-42 ${BRIEF.impediment.title}`, Language: 'en' });
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
    const tree = JSON.stringify(await (await document.getPage(1)).getStructTree());
    for (const role of ['H1', 'H2', 'P', 'Table', 'TH', 'TD']) expect(tree).toContain(`"role":"${role}"`);
  });
});
