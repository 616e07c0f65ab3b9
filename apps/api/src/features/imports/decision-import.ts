import {
  decisionChoices,
  type DecisionMapping,
  readDecisionMapping,
  sourceOf,
} from '@chapterhouse/domain/imports/decision-mapping';
import { DecisionPlaces } from '@chapterhouse/domain/imports/decision-places';
import { identityOf, planDecisions } from '@chapterhouse/domain/imports/decision-plan';
import { DECISION_FILES } from '@chapterhouse/domain/imports/earlier-decisions';
import { ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/tx.js';
import { PresentOrganizationRead } from '../organization/public.js';
import { ApplyDecisions } from './apply/apply-decisions.js';
import { ApplyOrganization } from './apply/apply-organization.js';
import { DecisionMappingsRepository } from './apply/decision-mappings.repository.js';
import { EarlierDecisionsRepository } from './apply/earlier-decisions.repository.js';
import { ExternalIdentitiesRepository } from './apply/external-identities.repository.js';
import { fingerprint } from './apply/fingerprint.js';
import type { ImportOrder, PlannedImport, ReadImport } from './import-kind.js';
import { NOTHING, refuseMapping } from './organization-import.js';
import {
  checkLinks,
  type DecisionFiles,
  type DecisionFormat,
  readDecisionFiles,
} from './readers/decision-files-reader.js';

/** Whose handles name people in KEPs, as in `sigs.yaml`. */
const HANDLES = 'github';

/** Imports of decision records: MADR and Nygard, our own exports among them, and the metadata of KEPs. */
@Injectable()
export class DecisionImport {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DecisionMappingsRepository) private readonly mappings: DecisionMappingsRepository,
    @Inject(ExternalIdentitiesRepository) private readonly identities: ExternalIdentitiesRepository,
    @Inject(EarlierDecisionsRepository) private readonly earlier: EarlierDecisionsRepository,
    @Inject(PresentOrganizationRead) private readonly presentOrganization: PresentOrganizationRead,
    @Inject(ApplyOrganization) private readonly applyOrganization: ApplyOrganization,
    @Inject(ApplyDecisions) private readonly applyDecisions: ApplyDecisions,
  ) {}

  /** @param today YYYY-MM-DD. @throws INVALID_INPUT for a mapping that makes no sense */
  async read(
    { organizationId, files, mapping: wanted }: Pick<ImportOrder, 'organizationId' | 'files' | 'mapping'>,
    format: DecisionFormat,
    today: string,
  ): Promise<ReadImport> {
    const tally = new ImportTally();
    const found = await readDecisionFiles(files, format, today, tally);
    const offered = decisionChoices(found.documents);
    const last = (source: string): Promise<unknown> =>
      this.database.transaction({ organizationId }, (tx) => this.mappings.last(tx, format, source));
    const before = await last(sourceOf(wanted, found.source));
    const { mapping, problems } = readDecisionMapping(wanted, offered, found.source, before);
    refuseMapping(problems);
    for (const { name, count, known } of offered.statuses)
      if (!known) tally.problem('statuses', unknownStatus(name, count, mapping));
    return {
      choices: {
        ...offered,
        defaults: readDecisionMapping({}, offered, found.source, await last(found.source)).mapping,
      },
      mapping,
      tally,
      plan: (tx) => this.plan(tx, found, { format, mapping, today }, tally),
    };
  }

  private async plan(
    tx: Tx,
    files: DecisionFiles,
    { format, mapping, today }: { format: DecisionFormat; mapping: DecisionMapping; today: string },
    tally: ImportTally,
  ): Promise<PlannedImport> {
    if (tally.isRefused) return NOTHING;
    const { documents } = files;
    const book = await this.identities.load(tx, [DECISION_FILES, HANDLES]);
    const present = await this.presentOrganization.load(tx, book);
    const tools = { newId, fingerprint };
    const places = new DecisionPlaces(present.places, mapping, tools, tally);
    const ids = documents.flatMap((document) => {
      const known = book.find(DECISION_FILES, 'decision', identityOf(document, mapping))?.entityId;
      return [...(known === undefined ? [] : [known]), ...(document.kept === null ? [] : [document.kept.id])];
    });
    const here = await this.applyDecisions.present(tx, ids);
    const earlier = await this.earlier.load(tx, documents, mapping.source, book);
    checkLinks(files, earlier, tally);
    const { decisions, links } = planDecisions(
      { documents, mapping, places, book, present: here, earlier },
      tools,
      tally,
    );
    if (tally.isRefused) return NOTHING;
    const writes = decisions.filter(({ effect }) => effect !== 'unchanged');
    for (const { document } of writes)
      if (document.proposedAt === null && document.decidedAt === null)
        tally.problem(document.path, 'No day is given: it counts as of today.');
    const created = writes.filter(({ effect }) => effect === 'create');
    const impediments = await this.applyDecisions.impediments(tx, created);
    for (const { document } of created)
      for (const { kind, key, title } of document.kept?.links ?? [])
        if (kind === 'IMPEDIMENT' && key !== null && !impediments.has(`${key} ${title}`))
          tally.problem(document.path, `It touches ${key} ${title}, which is not here: kept as its key and title.`);
    return {
      total: writes.length,
      apply: async (tx, step) => {
        await this.applyOrganization.apply(tx, { places: places.writes, people: [], roles: [], absences: [] }, today);
        const personOf = (name: string): string | null =>
          book.find(HANDLES, 'person', name.toLowerCase())?.entityId ?? null;
        const around = { organizationId: tx.organizationId, personOf, placeOf: places.find.bind(places), today };
        const said = await this.applyDecisions.apply(tx, writes, around, step);
        await this.applyDecisions.join(tx, links);
        const ids = decisions.map(({ id }) => id);
        await this.earlier.save(tx, ids, links.open, links.found);
        for (const { id: entityId, identity: key } of writes) {
          const contentHash = said.get(key);
          if (contentHash !== undefined)
            book.put({ source: DECISION_FILES, kind: 'decision-here', key, entityId, contentHash });
        }
        await this.mappings.save(tx, format, mapping);
        await this.identities.save(tx, book.changed);
      },
    };
  }
}

function unknownStatus(name: string, count: number, { statuses }: DecisionMapping): string {
  const files = count === 1 ? '1 file' : `${count} files`;
  const said = name === '' ? `${files} without a status` : `The status “${name}” of ${files} is not known`;
  return `${said}: ${statuses[name] === 'SKIP' ? 'not imported' : `taken as ${statuses[name]?.toLowerCase() ?? ''}`}, as the mapping says.`;
}
