import { ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import type { OrganizationFile } from '@chapterhouse/domain/imports/organization-file';
import { readOrganizationMapping } from '@chapterhouse/domain/imports/organization-mapping';
import { planOrganization } from '@chapterhouse/domain/imports/organization-plan';
import { sigsFacts } from '@chapterhouse/domain/imports/sigs-facts';
import {
  GROUP_KINDS,
  GROUP_TARGETS,
  GROUP_TITLES,
  LEADERSHIPS,
  readSigsMapping,
  type SigsMapping,
} from '@chapterhouse/domain/imports/sigs-mapping';
import type { SigsFile } from '@chapterhouse/domain/imports/sigs-file';
import { refusePlatform, type FieldProblem } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { PresentOrganizationRead } from '../organization/public.js';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/tx.js';
import { ApplyOrganization } from './apply/apply-organization.js';
import { ExternalIdentitiesRepository } from './apply/external-identities.repository.js';
import { fingerprint } from './apply/fingerprint.js';
import { wholeOf, type ImportFile } from './import-file.js';
import type { PlannedImport, ReadImport } from './import-kind.js';
import { readOrganizationFile } from './readers/organization-file-reader.js';
import { SigsMeetingsImport } from './sigs-meetings-import.js';
import { dayInName, readSigs } from './readers/sigs-reader.js';
import { readYaml, type YamlFile } from './readers/yaml-document.js';

const MOST_BYTES = 6 * 1024 * 1024;
/** The kind of identity that remembers the days of the files that were applied. */
const AS_OF = 'as-of';

/** Imports of places, people and roles: our own organization file and Kubernetes' `sigs.yaml`. */
@Injectable()
export class OrganizationImport {
  constructor(
    @Inject(ExternalIdentitiesRepository) private readonly identities: ExternalIdentitiesRepository,
    @Inject(PresentOrganizationRead) private readonly presentOrganization: PresentOrganizationRead,
    @Inject(ApplyOrganization) private readonly applyOrganization: ApplyOrganization,
    @Inject(SigsMeetingsImport) private readonly sigsMeetings: SigsMeetingsImport,
  ) {}

  /** @param today YYYY-MM-DD. @throws INVALID_INPUT for a mapping that makes no sense */
  async readSigs(files: ImportFile[], wanted: unknown, today: string): Promise<ReadImport> {
    const tally = new ImportTally();
    const { yaml, name } = await this.only(files, tally);
    const usualDay = dayInName(name) ?? today;
    const { mapping, problems } = readSigsMapping(wanted, usualDay);
    refuseMapping(problems);
    const file: SigsFile = yaml === undefined ? { groups: [], kinds: [] } : readSigs(yaml, name, tally);
    const facts = sigsFacts(file, mapping);
    const choices = { ...sigsChoices(file), defaults: readSigsMapping({}, usualDay).mapping };
    const meetings = { file, mapping, today };
    return { choices, mapping, tally, plan: (tx) => this.plan(tx, facts, name, tally, meetings) };
  }

  async readOrganizationFile(files: ImportFile[], wanted: unknown, today: string): Promise<ReadImport> {
    const tally = new ImportTally();
    const { yaml, name } = await this.only(files, tally);
    const usual = readOrganizationMapping(wanted, dayInName(name) ?? today);
    refuseMapping(usual.problems);
    if (yaml === undefined)
      return {
        choices: { defaults: usual.mapping },
        mapping: usual.mapping,
        tally,
        plan: () => Promise.resolve(NOTHING),
      };
    const facts = readOrganizationFile(yaml, usual.mapping.asOf, tally);
    const choices = {
      places: facts.places.length,
      people: facts.people.length,
      roles: facts.roles.length,
      defaults: { asOf: facts.asOf },
    };
    return { choices, mapping: { asOf: facts.asOf }, tally, plan: (tx) => this.plan(tx, facts, name, tally) };
  }

  private async plan(
    tx: Tx,
    file: OrganizationFile,
    name: string,
    tally: ImportTally,
    sigs?: { file: SigsFile; mapping: SigsMapping; today: string },
  ): Promise<PlannedImport> {
    const book = await this.identities.load(tx, [
      ...new Set([file.source, ...file.people.map(({ source }) => source)]),
    ]);
    const latest = book
      .of(file.source, AS_OF)
      .map(({ key }) => key)
      .sort()
      .at(-1);
    if (latest !== undefined && latest > file.asOf)
      tally.refuse(
        name,
        `A file of ${latest} was imported already; one of ${file.asOf} is older and would turn time back.`,
      );
    if (tally.isRefused) return NOTHING;
    const present = await this.presentOrganization.load(tx, book);
    const tools = { newId, fingerprint };
    const plan = planOrganization(tx.organizationId, file, present, tools, tally);
    const meetings =
      sigs &&
      (await this.sigsMeetings.plan(tx, { ...sigs, source: file.source, book, placeIds: plan.placeIds }, tally));
    const contentHash = fingerprint(file);
    book.put({ source: file.source, kind: AS_OF, key: file.asOf, entityId: tx.organizationId, contentHash });
    const total = Object.values(plan.writes).reduce(
      (sum: number, rows: unknown[]) => sum + rows.length,
      meetings?.total ?? 0,
    );
    return {
      total,
      apply: async (tx, step) => {
        await this.applyOrganization.apply(tx, plan.writes, file.asOf);
        await meetings?.apply(tx, () => undefined);
        await this.identities.save(tx, book.changed);
        step(total);
      },
    };
  }

  /** These kinds come in one file. */
  private async only(files: ImportFile[], tally: ImportTally): Promise<{ yaml: YamlFile | undefined; name: string }> {
    const [file, ...others] = files;
    if (file === undefined)
      throw refusePlatform('INVALID_INPUT', { fields: [{ field: 'files', problem: 'Give a file.' }] });
    for (const { name } of others)
      tally.refuse(name, 'This kind takes one file at a time: import the files one after the other.');
    return { yaml: readYaml(file.name, await wholeOf(file, MOST_BYTES), tally), name: file.name };
  }
}

export const NOTHING: PlannedImport = { total: 0, apply: () => Promise.resolve() };

export function refuseMapping(fields: FieldProblem[]): void {
  if (fields.length > 0) throw refusePlatform('INVALID_INPUT', { fields });
}

function sigsChoices(file: SigsFile): object {
  return {
    groups: GROUP_KINDS.map((kind) => {
      const groups = file.groups.filter((group) => group.kind === kind);
      const leaders = groups.flatMap((group) => group.leaders);
      return {
        name: kind,
        title: GROUP_TITLES[kind],
        count: groups.length,
        leaders: Object.fromEntries(
          LEADERSHIPS.map((one) => [one, leaders.filter(({ leadership }) => leadership === one).length]),
        ),
      };
    }),
    targets: GROUP_TARGETS,
    leaderships: LEADERSHIPS,
  };
}
