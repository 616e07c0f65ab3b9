import { built } from './built-product.mjs';

/** Decisions of one transaction. */
const BATCH = 1000;
const DAY = 86_400_000;
const KINDS = ['PRODUCT', 'ARCHITECTURE', 'PROCESS', 'ORGANIZATION'];
const SYLLABLES =
  'ka lo mi ne ru sa te vo bar den fir gol hun jas kel lim mor nad pel quo rin sul tam vex wol zan'.split(' ');
/** What is looked for, and in how many of a thousand decisions it is said. */
const SAID = { payment: 120, gateway: 100, refund: 40, kubernetes: 12, signature: 4 };

/**
 * Decisions through the product's own history, the same every time but for ids and days. Words are made up and as unevenly
 * frequent as in any language: the most frequent one is in nearly every text, most are in a few.
 * @param {{ organizationId: string, teamIds: string[], personIds: string[] }} cast @param {number} many
 */
export async function fillDecisions(app, { organizationId, teamIds, personIds }, many) {
  const get = async (path, name) => app.get((await built(path))[name], { strict: false });
  const history = await get('features/decisions/decision-history', 'DecisionHistory');
  const database = await get('platform/database/database', 'Database');
  const { newId } = await built('platform/database/new-id');
  const next = chance(20_260_301);
  for (let from = 0; from < many; from += BATCH) {
    await database.transaction({ organizationId, cause: 'import:bench' }, async (tx) => {
      await tx.run('set local plan_cache_mode = force_custom_plan; set local statement_timeout = 0');
      const batch = Array.from({ length: Math.min(BATCH, many - from) }, (_, index) =>
        decision(from + index, { id: newId(), teamIds, personIds }, next),
      );
      await history.record(tx, batch);
    });
  }
}

function decision(n, { id, teamIds, personIds }, next) {
  const proposed = Date.now() - (1 + (n % 1400)) * DAY;
  const text = (length) => sentence(length, next);
  return {
    id,
    kind: KINDS[n % KINDS.length],
    state: 'ACCEPTED',
    scope: { kind: 'TEAM', id: teamIds[n % teamIds.length] },
    decisionAreaId: null,
    title: text(7),
    words: {
      context: text(110),
      drivers: [text(8), text(8)],
      options: [0, 1].map(() => ({
        title: text(4),
        description: text(20),
        arguments: [{ tone: 'GOOD', text: text(8) }],
      })),
      chosenOption: 0,
      outcome: text(50),
      rationale: text(60),
      gains: [text(6)],
      givesUp: [text(6)],
      consequences: [],
      confirmation: '',
      moreInformation: text(60),
    },
    delegation: null,
    revisitOn: null,
    proposedBy: personIds[n % personIds.length],
    proposedAt: new Date(proposed).toISOString(),
    decidedBy: personIds[(n * 7) % personIds.length],
    decidedAt: new Date(proposed + DAY / 2).toISOString(),
    vetoEndsAt: null,
    veto: null,
    supersededBy: null,
    endedAt: null,
    endedBy: null,
    revertReason: '',
    closeReason: '',
    people: [],
    links: [],
    supersedes: [],
    amendments: [],
    briefId: null,
    importIdentity: null,
    importedFrom: '',
  };
}

/** So many words, about; each of `SAID` once in as many texts as it takes to be in so many decisions. */
function sentence(length, next) {
  const words = Array.from({ length }, () => word(Math.floor(20_000 ** next()) - 1));
  for (const [said, ofThousand] of Object.entries(SAID))
    if (next() < (ofThousand / 1000) * (length / 380)) words[Math.floor(next() * length)] = said;
  return `${words.join(' ')}.`;
}

/** The word of a rank: short ones are frequent. */
function word(rank) {
  const count = 1 + (rank > 24) + (rank > 600) + (rank > 9000);
  return Array.from(
    { length: count },
    (_, place) => SYLLABLES[(rank * (place + 1) * 7 + place * 11 + Math.floor(rank / 26 ** place)) % SYLLABLES.length],
  ).join('');
}

/** Numbers from 0 to 1 that come out the same every time (mulberry32). */
function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
