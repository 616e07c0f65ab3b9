import type { ArtifactKind } from '@chapterhouse/domain/communities/artifact-state';
import type { ChecklistStep } from '@chapterhouse/domain/communities/version-content';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/tx.js';
import { ArtifactHistory, CommunityHistory, ReviewHistory, UseHistory } from '../communities/public.js';
import { shift } from './day-shift.js';
import {
  DEMO_ADOPTIONS,
  DEMO_CHECKLIST,
  DEMO_FIRST_WEEK,
  DEMO_RUNS,
  DEMO_TEMPLATE,
  DEMO_TREE,
  DEMO_WALKS,
} from './demo-artifact-words.js';
import { DEMO_ADOPTED_IDEA, DEMO_PROPOSAL } from './demo-community-words.js';
import { type DemoPages, pagesOf } from './demo-pages.js';
import { DEMO_DRAFT_PAGE, DEMO_PLAYBOOK } from './demo-playbook-words.js';

/** A community of the demo as it was written: its id and its people, the first one facilitates it. */
export interface DemoCommunity {
  id: string;
  memberIds: readonly string[];
}

export interface ArtifactCast {
  testing: DemoCommunity;
  onboarding: DemoCommunity;
  /** Whose turn it is to review: who looks at the demo first. */
  guestId: string;
  /** By the story's positions. */
  teams: readonly string[];
  /** The first of each team's people, as above. */
  speakers: readonly string[];
  now: Date;
}

interface OneVersion {
  of: DemoCommunity;
  kind: ArtifactKind;
  title: string;
  summary: string;
  days: number;
  body?: string;
  steps?: readonly Omit<ChecklistStep, 'depth'>[];
  mermaid?: string;
  reviewInDays?: number;
}

/** Writes what the demo's communities publish, and what teams make of it. After the communities. */
@Injectable()
export class DemoArtifactsService {
  constructor(
    @Inject(ArtifactHistory) private readonly artifacts: ArtifactHistory,
    @Inject(ReviewHistory) private readonly reviews: ReviewHistory,
    @Inject(UseHistory) private readonly uses: UseHistory,
    @Inject(CommunityHistory) private readonly communities: CommunityHistory,
  ) {}

  async write(tx: Tx, cast: ArtifactCast): Promise<void> {
    const { testing, onboarding } = cast;
    const playbookId = await this.playbook(tx, cast);
    const tree = await this.publish(tx, cast, { ...DEMO_TREE, of: testing, kind: 'DECISION_TREE' });
    const list = await this.publish(tx, cast, { ...DEMO_CHECKLIST, of: testing, kind: 'CHECKLIST', reviewInDays: -3 });
    const template = await this.publish(tx, cast, { ...DEMO_TEMPLATE, of: onboarding, kind: 'TEMPLATE' });
    const week = await this.publish(tx, cast, { ...DEMO_FIRST_WEEK, of: onboarding, kind: 'CHECKLIST' });
    await this.follow(tx, cast, playbookId);
    const lists = {
      CHECKLIST: { ...list, ...DEMO_CHECKLIST, of: testing },
      FIRST_WEEK: { ...week, ...DEMO_FIRST_WEEK, of: onboarding },
    };
    await this.runThrough(tx, cast, lists);
    for (const [index, answers] of DEMO_WALKS.entries()) {
      const walked = { versionId: tree.versionId, mermaid: DEMO_TREE.mermaid, answers };
      await this.uses.walk(tx, { ...walked, by: pick(cast.speakers, index), at: ago(cast, 1 + ((index * 7) % 55)) });
    }
    const { by, days, why, change } = DEMO_PROPOSAL;
    const proposed = { artifactId: template.id, by: pick(testing.memberIds, by), at: ago(cast, days) };
    await this.reviews.proposal(tx, { ...proposed, pagePath: 'index', why, change });
    const { votes, ...idea } = DEMO_ADOPTED_IDEA;
    await this.communities.idea(tx, testing.id, {
      title: idea.title,
      words: idea.words,
      byId: pick(testing.memberIds, idea.by),
      at: ago(cast, idea.days),
      voterIds: testing.memberIds.slice(0, votes),
      comments: idea.comments.map(({ body, by: who, days: on }) => ({
        body,
        byId: pick(testing.memberIds, who),
        at: ago(cast, on),
      })),
      state: 'ADOPTED',
      trial: { teamId: pick(cast.teams, idea.team), until: shift(today(cast), -idea.until), result: idea.result },
      artifactId: list.id,
    });
  }

  /** With a draft that waits for the second of two approvals. */
  private async playbook(tx: Tx, cast: ArtifactCast): Promise<string> {
    const { memberIds, id: communityId } = cast.testing;
    const [first = '', second = '', third = '', fourth = ''] = memberIds;
    const { title, summary, versions, reviewInDays, draft } = DEMO_PLAYBOOK;
    const pages = pagesOf();
    const id = newId();
    const started = ago(cast, draft.days);
    await this.artifacts.record(tx, {
      id,
      kind: 'PLAYBOOK',
      communityId,
      title,
      summary,
      templateFor: null,
      approvalsNeeded: 2,
      reviewDueOn: shift(today(cast), reviewInDays),
      importedFrom: '',
      createdBy: first,
      createdAt: ago(cast, 160),
      versions: versions.map(({ days, whatChanged }, index) => ({
        ...content(pages(index + 1)),
        id: newId(),
        title,
        whatChanged,
        publishedBy: first,
        publishedAt: ago(cast, days),
        approvedBy: [second, third],
      })),
      draft: { ...content(pages(versions.length, DEMO_DRAFT_PAGE)), by: fourth, at: started, authorIds: [fourth] },
      watcherIds: [first, second, third, fourth],
    });
    await this.reviews.review(tx, {
      artifactId: id,
      by: fourth,
      at: ago(cast, 1),
      whatChanged: draft.whatChanged,
      reviewerIds: [second, cast.guestId],
      verdicts: [{ by: second, at: ago(cast, 0.5), verdict: 'APPROVED', words: 'It bit us last Friday.' }],
      comments: [
        { by: second, at: ago(cast, 0.6), pagePath: DEMO_DRAFT_PAGE.path, line: 7, body: 'And on a public holiday?' },
      ],
    });
    return id;
  }

  private async publish(
    tx: Tx,
    cast: ArtifactCast,
    { of, kind, title, summary, days, body = '', steps = [], mermaid = '', reviewInDays }: OneVersion,
  ): Promise<{ id: string; versionId: string }> {
    const [first = '', second = '', third = ''] = of.memberIds;
    const [id, versionId] = [newId(), newId()];
    const page = { id: newId(), parentId: null, path: 'index', title, depth: 0, position: 0, body };
    await this.artifacts.record(tx, {
      id,
      kind,
      communityId: of.id,
      title,
      summary,
      templateFor: kind === 'TEMPLATE' ? 'DECISION' : null,
      approvalsNeeded: 2,
      reviewDueOn: reviewInDays === undefined ? null : shift(today(cast), reviewInDays),
      importedFrom: '',
      createdBy: first,
      createdAt: ago(cast, days + 5),
      versions: [
        {
          pages: [page],
          checklist: steps.map((step) => ({ ...step, depth: 0 })),
          mermaid,
          id: versionId,
          title,
          whatChanged: 'The first version.',
          publishedBy: first,
          publishedAt: ago(cast, days),
          approvedBy: [second, third],
        },
      ],
      draft: null,
      watcherIds: [first, second, third],
    });
    return { id, versionId };
  }

  private async follow(tx: Tx, cast: ArtifactCast, artifactId: string): Promise<void> {
    for (const { team, steps, feel, note } of DEMO_ADOPTIONS)
      await this.uses.adoption(tx, {
        artifactId,
        communityId: cast.testing.id,
        teamId: pick(cast.teams, team),
        by: pick(cast.speakers, team),
        steps: steps.map(([number, days]) => ({ number, at: ago(cast, days) })),
        feel,
        note,
      });
  }

  private async runThrough(
    tx: Tx,
    cast: ArtifactCast,
    lists: Record<
      (typeof DEMO_RUNS)[number]['of'],
      { id: string; versionId: string; of: DemoCommunity; steps: readonly { id: string }[] }
    >,
  ): Promise<void> {
    for (const { of, title, team, days, done, note, ended } of DEMO_RUNS) {
      const list = lists[of];
      const by = pick(cast.speakers, team);
      const minutes = (count: number): string => later(ago(cast, days), count * 25);
      await this.uses.run(tx, {
        artifactId: list.id,
        communityId: list.of.id,
        versionId: list.versionId,
        title,
        teamId: pick(cast.teams, team),
        by,
        at: minutes(0),
        ticks: list.steps.slice(0, done).map((step, index) => ({
          stepId: step.id,
          note: index === done - 1 ? note : '',
          by,
          at: minutes(index + 1),
        })),
        endedAt: ended ? minutes(done + 1) : null,
      });
    }
  }
}

function content(pages: DemoPages): { pages: DemoPages; checklist: []; mermaid: string } {
  return { pages, checklist: [], mermaid: '' };
}

function today({ now }: ArtifactCast): string {
  return now.toISOString().slice(0, 10);
}

/** Whole days ago in the morning; of the last ones, which may be parts, by the hour. */
function ago(cast: ArtifactCast, days: number): string {
  if (days >= 2) return `${shift(today(cast), -days)}T09:40:00.000Z`;
  return new Date(cast.now.getTime() - days * 86_400_000).toISOString();
}

function later(at: string, minutes: number): string {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString();
}

function pick<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new RangeError(`The story names number ${index} of ${list.length}.`);
  return found;
}
