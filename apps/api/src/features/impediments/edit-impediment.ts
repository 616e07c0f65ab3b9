import {
  CATEGORY_TITLES,
  type ImpedimentCategory,
  type SourceKind,
} from '@chapterhouse/domain/impediments/impediment-fields';
import { mentionsAsWords } from '@chapterhouse/domain/impediments/impediment-mentions';
import { refuseUnlessLegal } from '@chapterhouse/domain/impediments/impediment-state';
import { Inject, Injectable } from '@nestjs/common';
import { ImpedimentLinks } from './impediment-links.js';
import {
  changesOf,
  ImpedimentTransaction,
  unlessRefused,
  type ImpedimentCall,
  type ImpedimentStep,
} from './impediment-transaction.js';
import { Mentions } from './mentions.js';
import { refuseProblems } from './refuse-problems.js';
import { SourcesService } from './sources/sources.service.js';
import { excerpt, typedText, typedTextIfGiven } from '../../platform/graphql/typed-text.js';
import type { Impediment } from './impediments.graphql.js';

/** Undefined leaves a field alone; null clears source and due, and leaves the others alone. */
export interface Edit {
  title?: string | null | undefined;
  description?: string | null | undefined;
  category?: ImpedimentCategory | null | undefined;
  dueOn?: string | null | undefined;
  nextStep?: string | null | undefined;
  /** As in the database. */
  sourceId?: string | null | undefined;
  newSource?: { name: string; kind: SourceKind } | null | undefined;
  blockedItemKeys?: string[] | null | undefined;
}

@Injectable()
export class EditImpediment {
  constructor(
    @Inject(ImpedimentTransaction) private readonly transaction: ImpedimentTransaction,
    @Inject(ImpedimentLinks) private readonly links: ImpedimentLinks,
    @Inject(Mentions) private readonly mentions: Mentions,
    @Inject(SourcesService) private readonly sources: SourcesService,
  ) {}

  /** @throws ILLEGAL_TRANSITION once it has ended, INVALID_INPUT; NOT_FOUND for a source of nobody here */
  edit(call: ImpedimentCall, given: Edit): Promise<Impediment> {
    const step: ImpedimentStep = async ({ tx, row, viewer, at, save }) => {
      const input = {
        title: typedTextIfGiven(given.title),
        description: typedTextIfGiven(given.description),
        category: given.category ?? undefined,
        nextStep: typedTextIfGiven(given.nextStep),
        dueOn: given.dueOn,
        blockedItemKeys: given.blockedItemKeys ? [...new Set(given.blockedItemKeys.map(typedText))] : undefined,
      };
      // An empty next step takes it back; only triage insists on one.
      refuseProblems({ ...input, nextStep: input.nextStep || undefined });
      unlessRefused(refuseUnlessLegal(row.state, 'impediment:edit'));
      const sourceGiven = given.sourceId !== undefined || (given.newSource ?? null) !== null;
      const source = sourceGiven
        ? await this.sources.chosen(tx, given.sourceId ?? null, given.newSource ?? null)
        : row.source;
      const after = {
        title: input.title ?? row.title,
        description: input.description ?? row.description ?? '',
        category: input.category ?? row.category,
        next_step: input.nextStep ?? row.next_step,
        due_on: input.dueOn === undefined ? row.due_on : input.dueOn,
        source_id: source?.id ?? null,
      };
      const keysBefore = row.items.map((item) => item.externalKey);
      const keysAfter = input.blockedItemKeys ?? keysBefore;
      const description = { from: row.description ?? '', to: after.description };
      const changes = [
        ...changesOf(
          { field: 'title', from: row.title, to: after.title },
          { field: 'category', from: CATEGORY_TITLES[row.category], to: CATEGORY_TITLES[after.category] },
          { field: 'nextStep', from: row.next_step || null, to: after.next_step || null },
          { field: 'dueOn', from: row.due_on, to: after.due_on },
          { field: 'source', from: row.source?.name ?? null, to: source?.name ?? null },
          { field: 'blockedItems', from: listed(keysBefore), to: listed(keysAfter) },
        ),
        ...(description.from === description.to
          ? []
          : [{ field: 'description', from: words(description.from), to: words(description.to) }]),
      ];
      if (changes.length === 0) return undefined;
      const version = await save(after);
      if (input.blockedItemKeys) await this.links.replaceItems(tx, row.id, keysAfter, at);
      const told = await this.mentions.told(tx, viewer.today, description.from, description.to);
      return { event: 'impediment.edited', changes, ...told, version };
    };
    return this.transaction.change(call, 'impediment:edit', step, (tx) =>
      this.sources.hold(tx, given.sourceId ?? null, given.newSource ?? null),
    );
  }
}

function words(description: string): string | null {
  return excerpt(mentionsAsWords(description));
}

function listed(keys: readonly string[]): string | null {
  return keys.length === 0 ? null : [...keys].sort().join(', ');
}
