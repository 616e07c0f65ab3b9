import { artifactProblems } from '@chapterhouse/domain/communities/artifact-fields';
import type { ArtifactAction } from '@chapterhouse/domain/communities/artifact-policy';
import { refuseArtifact } from '@chapterhouse/domain/communities/artifact-refusals';
import { readChecklistText, withKnownIds } from '@chapterhouse/domain/communities/checklist-text';
import {
  mergedProposal,
  type ProposedPlace,
  proposedProblems,
  proposedText,
} from '@chapterhouse/domain/communities/proposed-text';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { ArtifactsRepository } from '../artifacts/artifacts.repository.js';
import {
  type ArtifactCall,
  type ArtifactHappening,
  ArtifactTransaction,
  type OpenedArtifact,
} from '../artifacts/artifact-transaction.js';
import { refuseField, refuseProblems } from '../communities/community-permission.js';
import { BeginDraft } from '../drafts/begin-draft.js';
import { pageText } from '../drafts/draft-content.js';
import type { DraftRow } from '../drafts/draft-row.js';
import { DraftsRepository } from '../drafts/drafts.repository.js';
import type { WrittenVersionRow } from '../versions/version-row.js';
import { VersionsRepository } from '../versions/versions.repository.js';
import { linesBeside } from '../versions/written-lines.js';
import { type ProposalRow, textOf } from './proposal-row.js';
import { ProposalsRepository } from './proposals.repository.js';

/** Ids are the database's; `why` is a typed text. */
export interface GivenProposal {
  artifactId: string;
  pagePath: string;
  /** Of the version that was read. */
  baseNumber: number;
  body: string;
  why: string;
}

/** Any reader proposes a change of a page that is published; members take it into the draft, or say why not. */
@Injectable()
export class ProposeChange {
  constructor(
    @Inject(ArtifactTransaction) private readonly transaction: ArtifactTransaction,
    @Inject(ArtifactsRepository) private readonly artifacts: ArtifactsRepository,
    @Inject(VersionsRepository) private readonly versions: VersionsRepository,
    @Inject(DraftsRepository) private readonly drafts: DraftsRepository,
    @Inject(ProposalsRepository) private readonly proposals: ProposalsRepository,
    @Inject(BeginDraft) private readonly beginning: BeginDraft,
  ) {}

  /** @returns the proposal's id @throws NOT_FOUND for a version that is not there, PAGE_GONE, INVALID_INPUT also of what could not be published */
  propose(call: ArtifactCall, given: GivenProposal): Promise<string> {
    const { viewer } = call;
    return this.transaction.run(
      call,
      'proposeChange',
      async (tx) => {
        const opened = await this.transaction.open(tx, viewer, { id: given.artifactId, action: 'proposal:make' });
        const base = await this.versions.byNumber(tx, given.artifactId, given.baseNumber);
        if (!base) throw refusePlatform('NOT_FOUND', {});
        const read = await this.readIn(tx, base, given.pagePath);
        // Before anything is made of it: it may be as long as a request.
        refuseProblems(artifactProblems({ body: given.body }));
        const body = proposedText(read.place, pageText(given.body));
        refuseProblems([...proposedProblems(read.place, body).slice(0, 1), ...artifactProblems({ why: given.why })]);
        if (body === read.body) refuseField('body', 'Change something: this is what the page says already.');
        const id = newId();
        await this.proposals.insert(tx, {
          id,
          artifactId: given.artifactId,
          baseVersionId: base.id,
          pageId: read.pageId,
          pagePath: read.path,
          body,
          why: given.why,
          by: viewer.personId,
          at: opened.at,
        });
        await this.artifacts.watchUnlessRefused(tx, given.artifactId, [viewer.personId]);
        const told = await this.artifacts.facilitators(tx, opened.row.community_id);
        const subject = { type: 'ChangeProposal' as const, id };
        await opened.record({ event: 'proposal.made', subject, version: 1, changes: [], note: given.why, told });
        return id;
      },
      async (_, id) => id,
    );
  }

  /** Taken, it is merged into the draft, which begins where there is none, unless it was written in by hand. @throws PROPOSAL_ENDED, PROPOSAL_CONFLICTS, PAGE_GONE, CONFLICT */
  answer(
    call: ArtifactCall,
    id: string,
    given: { version: number; take: boolean; words: string; writtenIn: boolean },
  ): Promise<string> {
    return this.onProposal(call, 'proposal:answer', id, given.version, async (opened, proposal) => {
      const { tx, viewer, at, record } = opened;
      refuseProblems(artifactProblems({ words: given.words }));
      if (!given.take && given.words === '') refuseField('words', 'Say why it is not taken.');
      if (given.take && given.writtenIn) await this.credit(opened, proposal);
      else if (given.take) await this.take(opened, proposal);
      const state = given.take ? 'TAKEN' : 'DECLINED';
      const version = await this.proposals.end(tx, id, { state, answeredBy: viewer.personId, answer: given.words, at });
      await record({
        event: given.take ? 'proposal.taken' : 'proposal.declined',
        subject: { type: 'ChangeProposal', id },
        version,
        changes: [],
        ...(given.words !== '' && { note: given.words }),
        told: [proposal.by],
      });
    });
  }

  /** @throws PROPOSAL_ENDED, CONFLICT, FORBIDDEN */
  withdraw(call: ArtifactCall, id: string, version: number): Promise<string> {
    return this.onProposal(call, 'proposal:withdraw', id, version, async ({ tx, at, record }) => {
      const next = await this.proposals.end(tx, id, { state: 'WITHDRAWN', answeredBy: null, answer: '', at });
      const subject = { type: 'ChangeProposal' as const, id };
      await record({ event: 'proposal.withdrawn', subject, version: next, changes: [] });
    });
  }

  /** A page, or the steps or the tree, which stand beside the pages. @throws PAGE_GONE */
  private async readIn(
    tx: Tx,
    version: WrittenVersionRow,
    path: string,
  ): Promise<{ place: ProposedPlace; pageId: string | null; path: string; body: string }> {
    const page = await this.versions.page(tx, version.id, path);
    if (page) return { place: 'page', pageId: page.id, path: page.path, body: page.body };
    const beside = linesBeside(version).find((lines) => lines.path === path);
    if (!beside) throw refuseArtifact('PAGE_GONE', { path });
    return { place: beside.path, pageId: null, path, body: proposedText(beside.path, beside.body) };
  }

  /** Its words, or others that say as much, are there: they are also of whoever proposed them. @throws NO_DRAFT */
  private async credit({ tx, row, at }: OpenedArtifact, { by }: ProposalRow): Promise<void> {
    if (row.draft_id === null) throw refuseArtifact('NO_DRAFT', {});
    await this.drafts.addAuthors(tx, row.id, [by], at);
  }

  /** Whoever proposed it and whoever took it wrote it: neither approves it. */
  private async take(opened: OpenedArtifact, proposal: ProposalRow): Promise<void> {
    const { tx, row, viewer, at, record } = opened;
    await this.beginning.ensure(opened);
    const draft = await this.drafts.of(tx, row.id);
    // Begun only now, it is what is published: read again.
    const read = await this.proposals.writtenById(tx, proposal.id);
    if (!draft || !read) throw new Error('A draft that is begun is there.');
    const { place, base, present } = textOf(read);
    if (present === null) throw refuseArtifact('PAGE_GONE', { path: proposal.page_path });
    const text = mergedProposal(place, { base, proposed: read.body, present });
    if (text === null) throw refuseArtifact('PROPOSAL_CONFLICTS', { path: proposal.page_path });
    if (place === 'page') refuseProblems(artifactProblems({ body: text }));
    if (text === present) return;
    const written = await this.write(opened, draft, proposal, text);
    const authorIds = [...new Set([viewer.personId, proposal.by])];
    const revision = await this.drafts.touch(tx, row.id, { authorIds, at });
    await record({ ...written, subject: { type: 'ArtifactDraft', id: draft.id }, version: revision });
  }

  /** What is merged comes into the draft. @throws PAGE_GONE */
  private async write(
    { tx, row, viewer, at }: OpenedArtifact,
    draft: DraftRow,
    proposal: ProposalRow,
    text: string,
  ): Promise<Pick<ArtifactHappening, 'event' | 'changes'>> {
    if (proposal.page_id !== null) {
      const page = await this.drafts.textById(tx, row.id, proposal.page_id);
      if (!page) throw refuseArtifact('PAGE_GONE', { path: proposal.page_path });
      await this.drafts.writeText(tx, page, text, { personId: viewer.personId, at });
      return { event: 'draft.page-written', changes: [{ field: 'page', from: null, to: page.path }] };
    }
    if (proposal.page_path === 'tree') {
      await this.drafts.writeTree(tx, row.id, text);
      return { event: 'draft.tree-written', changes: [] };
    }
    await this.drafts.writeChecklist(tx, row.id, withKnownIds(readChecklistText(text).steps, draft.checklist, newId));
    return { event: 'draft.checklist-written', changes: [] };
  }

  private onProposal(
    call: ArtifactCall,
    action: ArtifactAction,
    id: string,
    version: number,
    step: (opened: OpenedArtifact, proposal: ProposalRow) => Promise<void>,
  ): Promise<string> {
    const { viewer } = call;
    return this.transaction.run(
      call,
      action,
      async (tx: Tx) => {
        const before = await this.proposals.byId(tx, id);
        if (!before) throw refusePlatform('NOT_FOUND', {});
        const about = { isOwn: before.by === viewer.personId };
        const opened = await this.transaction.open(tx, viewer, { id: before.artifact_id, action, about });
        // The lock may have been waited for: what became of it is known only now.
        const proposal = await this.proposals.byId(tx, id);
        if (!proposal) throw refusePlatform('NOT_FOUND', {});
        if (proposal.state !== 'OPEN') throw refuseArtifact('PROPOSAL_ENDED', { state: proposal.state });
        if (proposal.version !== version)
          throw refusePlatform('CONFLICT', { currentVersion: proposal.version, current: { state: proposal.state } });
        await step(opened, proposal);
        return id;
      },
      async (_, ended) => ended,
    );
  }
}
