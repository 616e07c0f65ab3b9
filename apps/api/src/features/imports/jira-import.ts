import { planImpediments } from '@chapterhouse/domain/imports/impediment-plan';
import { ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import { jiraChoices } from '@chapterhouse/domain/imports/jira-choices';
import type { JiraDetails, JiraFile } from '@chapterhouse/domain/imports/jira-issue';
import { type JiraMapping, readJiraMapping, writeJiraMapping } from '@chapterhouse/domain/imports/jira-mapping';
import {
  JIRA_PEOPLE,
  JIRA_PLACES,
  jiraMeaning,
  type JiraMeaning,
  jiraOrganization,
} from '@chapterhouse/domain/imports/jira-plan';
import { planRecords, type RecordPlan } from '@chapterhouse/domain/imports/jira-records';
import { planOrganization } from '@chapterhouse/domain/imports/organization-plan';
import { Inject, Injectable } from '@nestjs/common';
import { PresentOrganizationRead } from '../organization/public.js';
import { ImportSprints } from '../sprints/public.js';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/tx.js';
import { ApplyImpediments } from './apply/apply-impediments.js';
import { ApplyOrganization } from './apply/apply-organization.js';
import { ApplyRecords, importedSprint } from './apply/apply-records.js';
import { ExternalIdentitiesRepository } from './apply/external-identities.repository.js';
import { fingerprint } from './apply/fingerprint.js';
import type { ImportFile } from './import-file.js';
import type { PlannedImport, ReadImport } from './import-kind.js';
import { NOTHING, refuseMapping } from './organization-import.js';
import { readJira, readJiraDetailsOf } from './readers/jira-reader.js';

/** What was read of the files, with what it means. */
interface JiraReading {
  file: JiraFile;
  mapping: JiraMapping;
  meaning: JiraMeaning;
  details: Map<string, JiraDetails>;
  today: string;
  tally: ImportTally;
}

/** Imports of Jira's REST search pages: teams, people, sprints, backlog items and, by rules, impediments. */
@Injectable()
export class JiraImport {
  constructor(
    @Inject(ExternalIdentitiesRepository) private readonly identities: ExternalIdentitiesRepository,
    @Inject(PresentOrganizationRead) private readonly presentOrganization: PresentOrganizationRead,
    @Inject(ApplyOrganization) private readonly applyOrganization: ApplyOrganization,
    @Inject(ApplyRecords) private readonly applyRecords: ApplyRecords,
    @Inject(ImportSprints) private readonly importSprints: ImportSprints,
    @Inject(ApplyImpediments) private readonly applyImpediments: ApplyImpediments,
  ) {}

  /** @param today YYYY-MM-DD. @throws INVALID_INPUT for a mapping that makes no sense */
  async read(files: ImportFile[], wanted: unknown, today: string): Promise<ReadImport> {
    const { mapping, problems } = readJiraMapping(wanted);
    refuseMapping(problems);
    const tally = new ImportTally();
    const file = await readJira(files, tally);
    const meaning = jiraMeaning(file, mapping, tally);
    // The files are read twice: long texts are kept only of what becomes an impediment.
    const details = await readJiraDetailsOf(
      files,
      file,
      meaning.impediments.map(({ key }) => key),
    );
    const reading: JiraReading = { file, mapping, meaning, details, today, tally };
    return {
      choices: { ...jiraChoices(file), defaults: writeJiraMapping(readJiraMapping({}).mapping) },
      mapping: writeJiraMapping(mapping),
      tally,
      plan: (tx) => this.plan(tx, reading),
    };
  }

  private async plan(tx: Tx, { file, mapping, meaning, details, today, tally }: JiraReading): Promise<PlannedImport> {
    if (tally.isRefused) return NOTHING;
    const sources = [
      ...file.issues.map(({ source }) => source),
      ...meaning.impediments.map((one) => one.identitySource),
    ];
    const book = await this.identities.load(tx, [...new Set([JIRA_PLACES, JIRA_PEOPLE, ...sources])]);
    const present = await this.presentOrganization.load(tx, book);
    const tools = { newId, fingerprint };
    const commenters = [...details.values()].flatMap(({ comments }) => comments.map(({ author }) => author));
    const facts = jiraOrganization(file, meaning, mapping, today, commenters);
    const organization = planOrganization(tx.organizationId, facts, present, tools, tally);
    const records = planRecords(file.issues, meaning, book, tools, tally);
    await this.tellKept(tx, records, tally);
    const impediments = planImpediments(meaning.impediments, details, book, tools, tally);
    const teamIds = new Map(
      [...meaning.teams.teams.keys()].map((key) => [key, organization.placeIds.get(`team:${key}`) ?? '']),
    );
    let done = 0;
    return {
      total: records.items.length + impediments.length,
      apply: async (tx, progress) => {
        const step = (count: number): void => progress((done += count));
        await this.applyOrganization.apply(tx, organization.writes, today);
        await this.applyRecords.apply(tx, records, teamIds, book, step);
        await this.applyImpediments.apply(tx, impediments, organization, step);
        await this.identities.save(tx, book.changed);
      },
    };
  }

  /** What was changed here by hand is not overwritten, and not in silence. */
  private async tellKept(tx: Tx, { sprints }: RecordPlan, tally: ImportTally): Promise<void> {
    const byId = new Map(sprints.map((write) => [write.id, write]));
    const given = sprints.map((write) => importedSprint(write, ''));
    for (const { id, what } of await this.importSprints.kept(tx, given))
      tally.problem(byId.get(id)?.sprint.name ?? id, what);
  }
}
