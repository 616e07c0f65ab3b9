import { planImpediments, withoutWrittenHere } from '@chapterhouse/domain/imports/impediment-plan';
import { ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import { jiraChoices } from '@chapterhouse/domain/imports/jira-choices';
import type { JiraDetails } from '@chapterhouse/domain/imports/jira-issue';
import { withChosenStates } from '@chapterhouse/domain/imports/jira-items';
import { type JiraMapping, readJiraMapping, writeJiraMapping } from '@chapterhouse/domain/imports/jira-mapping';
import { personMatcher, tellNameOnly } from '@chapterhouse/domain/imports/jira-people';
import {
  JIRA_PEOPLE,
  JIRA_PLACES,
  jiraMeaning,
  type JiraMeaning,
  jiraOrganization,
  meaningOfTaken,
} from '@chapterhouse/domain/imports/jira-plan';
import { planRecords, type RecordPlan } from '@chapterhouse/domain/imports/jira-records';
import { type OrganizationPlan, planOrganization } from '@chapterhouse/domain/imports/organization-plan';
import type { PresentOrganization } from '@chapterhouse/domain/imports/present-organization';
import { Inject, Injectable } from '@nestjs/common';
import { PresentOrganizationRead } from '../organization/public.js';
import { ImportSprints } from '../sprints/public.js';
import { isPassing } from '../../platform/database/constraint.js';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/tx.js';
import { ApplyImpediments } from './apply/apply-impediments.js';
import { ApplyOrganization } from './apply/apply-organization.js';
import { ApplyRecords, importedSprint } from './apply/apply-records.js';
import { ExternalIdentitiesRepository } from './apply/external-identities.repository.js';
import { fingerprint } from './apply/fingerprint.js';
import { PresentRecordsRead } from './apply/present-records.read.js';
import type { ImportFile } from './import-file.js';
import type { PlannedImport, ReadImport, SteppedImport } from './import-kind.js';
import type { ImportSteps } from './import-steps.js';
import { NOTHING, refuseMapping } from './organization-import.js';
import { JiraCsvFiles } from './readers/jira-csv-files.js';
import {
  type JiraFiles,
  type ReadJira,
  readJira,
  readJiraDescriptions,
  readJiraDetails,
} from './readers/jira-files.js';
import { JiraJsonFiles } from './readers/jira-json-files.js';

/** When and where an import is read. */
export interface JiraMoment {
  /** YYYY-MM-DD. */
  today: string;
  /** Of the organization. */
  timeZone: string;
}

/** What was read of the files, with what it means. */
interface JiraReading {
  files: JiraFiles;
  read: ReadJira;
  mapping: JiraMapping;
  meaning: JiraMeaning;
  details: Map<string, JiraDetails>;
  today: string;
  tally: ImportTally;
}

/**
 * Imports of Jira, from REST search pages or CSV exports: teams, people, sprints, backlog items with their links and, by
 * rules, impediments. The format ends with the readers: facts, plan and writing are one for both.
 */
@Injectable()
export class JiraImport {
  constructor(
    @Inject(ExternalIdentitiesRepository) private readonly identities: ExternalIdentitiesRepository,
    @Inject(PresentOrganizationRead) private readonly presentOrganization: PresentOrganizationRead,
    @Inject(PresentRecordsRead) private readonly presentRecords: PresentRecordsRead,
    @Inject(ApplyOrganization) private readonly applyOrganization: ApplyOrganization,
    @Inject(ApplyRecords) private readonly applyRecords: ApplyRecords,
    @Inject(ImportSprints) private readonly importSprints: ImportSprints,
    @Inject(ApplyImpediments) private readonly applyImpediments: ApplyImpediments,
  ) {}

  /** @throws INVALID_INPUT for a mapping that makes no sense */
  async read(
    kind: 'JIRA_JSON' | 'JIRA_CSV',
    given: ImportFile[],
    wanted: unknown,
    { today, timeZone }: JiraMoment,
  ): Promise<ReadImport> {
    const { mapping, problems } = readJiraMapping(wanted);
    refuseMapping(problems);
    const tally = new ImportTally();
    const files: JiraFiles =
      kind === 'JIRA_CSV'
        ? await JiraCsvFiles.open(given, mapping, timeZone, tally)
        : new JiraJsonFiles(given, mapping, tally);
    const found = await readJira(files, tally);
    const choices = jiraChoices(found, found.facts);
    const read = { ...found, issues: withChosenStates(found.issues, mapping) };
    const meaning = jiraMeaning(read, mapping, tally);
    // The files are read again: comments are kept only of what becomes an impediment, descriptions never.
    const details = await readJiraDetails(
      files,
      read,
      meaning.impediments.map(({ key }) => key),
    );
    const reading: JiraReading = { files, read, mapping, meaning, details, today, tally };
    return {
      choices: { ...choices, defaults: writeJiraMapping(readJiraMapping({}).mapping) },
      mapping: writeJiraMapping(mapping),
      tally,
      prepare: (tx) =>
        this.applyRecords.prepare(
          tx,
          found.issues.map(({ key }) => key),
        ),
      plan: (tx) => this.plan(tx, reading),
    };
  }

  private async plan(tx: Tx, reading: JiraReading): Promise<PlannedImport | SteppedImport> {
    const { files, read, mapping, details, today, tally } = reading;
    if (tally.isRefused) return NOTHING;
    const blocked = reading.meaning.impediments.flatMap(({ blockedItems }) => blockedItems);
    const writtenHere = await this.presentRecords.writtenHere(tx, [...read.issues.map(({ key }) => key), ...blocked]);
    const taken = read.issues.filter(({ key }) => !writtenHere.has(key));
    const meaning =
      taken.length === read.issues.length ? reading.meaning : meaningOfTaken(reading.meaning, taken, mapping);
    const sources = [
      ...read.issues.map(({ source }) => source),
      ...meaning.impediments.map((one) => one.identitySource),
    ];
    const book = await this.identities.load(tx, [...new Set([JIRA_PLACES, JIRA_PEOPLE, ...sources])]);
    const present = await this.presentOrganization.load(tx, book);
    const tools = { newId, fingerprint };
    const commenters = [...details.values()].flatMap(({ comments }) => comments.map(({ author }) => author));
    const facts = jiraOrganization({ ...read, issues: taken }, meaning, mapping, today, commenters);
    const matcher = personMatcher(mapping.people, JIRA_PEOPLE, present.people);
    tellNameOnly(facts.people, mapping.people, tally);
    const organization = planOrganization(tx.organizationId, facts, present, tools, tally, matcher);
    const teamIds = new Map(
      [...meaning.teams.teams.keys()].map((key) => [key, organization.placeIds.get(`team:${key}`) ?? '']),
    );
    const records = planRecords(read.issues, {
      meaning,
      mapping,
      book,
      present: await this.presentRecords.items(tx, read.issues),
      writtenHere,
      sprintByName: await this.importSprints.byName(tx, teamIds),
      personIds: personIdsOf(organization),
      names: namesOf(present, organization),
      teamIds,
      productIds: productIdsOf(teamIds, present, organization, facts.places[0]?.key ?? ''),
      tools,
      tally,
    });
    await this.presentRecords.tellLinks(tx, records.items, tally);
    await this.tellKept(tx, records, tally);
    const impeding = withoutWrittenHere(meaning.impediments, writtenHere, tally);
    const known = impeding.flatMap(
      ({ identitySource, key }) => book.find(identitySource, 'impediment', key)?.entityId ?? [],
    );
    const said = await this.applyImpediments.said(tx, known);
    const impediments = planImpediments(impeding, details, book, tools, tally, said);
    const ranks = new Map(taken.map(({ key, rank }) => [key, rank]));
    const settle = (steps: ImportSteps): Promise<void> => this.applyRecords.settle(steps, [...ranks.keys()], ranks);
    return {
      total: records.items.length + impediments.length,
      inSteps: async (steps) => {
        await this.applyOrganization.inSteps(steps, organization.writes, book, today);
        try {
          const texts = (keys: Iterable<string>): ReturnType<typeof readJiraDescriptions> =>
            readJiraDescriptions(files, read, keys);
          await this.applyRecords.apply(records, { steps, teamIds, book, texts });
          await this.applyImpediments.apply(steps, impediments, organization, book);
        } catch (error) {
          // What is in should be whole although nothing more comes; what went wrong counts, whatever comes of this.
          if (!isPassing(error)) await settle(steps).catch(() => undefined);
          throw error;
        }
        await settle(steps);
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

function personIdsOf({ personIds }: OrganizationPlan): Map<string, string> {
  const prefix = `${JIRA_PEOPLE}:`;
  return new Map([...personIds].map(([key, id]) => [key.slice(prefix.length), id]));
}

function namesOf({ people, places }: PresentOrganization, { writes }: OrganizationPlan): Map<string, string> {
  return new Map([...people, ...places, ...writes.people, ...writes.places].map(({ id, name }) => [id, name]));
}

/** In which product the items of each team are: where the team stands here, else where the import puts it. */
function productIdsOf(
  teamIds: ReadonlyMap<string, string>,
  { places }: PresentOrganization,
  { placeIds }: OrganizationPlan,
  productKey: string,
): Map<string, string> {
  const parentOf = new Map(places.map(({ id, parentId }) => [id, parentId]));
  const usual = placeIds.get(`product:${productKey}`) ?? '';
  return new Map([...teamIds].map(([key, id]) => [key, parentOf.get(parentOf.get(id) ?? '') ?? usual]));
}
