import type { Role } from '@chapterhouse/domain/organization/role';
import type { TestOrganization, TestPerson, World } from '../world.js';
import { type ActorName, stagedActors } from './stage-actors.js';
import { type StagedArtifact, stagedArtifacts } from './staged-artifact.js';
import { type StagedChapter, stagedChapter } from './staged-chapter.js';
import { type StagedCommunity, stagedCommunity } from './staged-community.js';
import { stagedDecisions } from './staged-decision.js';
import { stagedDelegation } from './staged-delegation.js';
import { type StagedItems, stagedItems } from './staged-item.js';
import { type StagedMeeting, stagedMeeting } from './staged-meeting.js';
import { type StagedNegotiation, stagedNegotiation } from './staged-negotiation.js';
import { type StagedOrder, stagedOrder } from './staged-order.js';
import { stagedSprints } from './staged-sprint.js';
import { type StagedUse, stagedUse } from './staged-use.js';
import { importFile, linked, raised, sentBrief } from './staged-impediment.js';

/** What begins every text of the foreign organization: seen in any reply, it is a breach. */
export const CANARY = 'CANARY';

/** The ids of one organization's things, as clients see them. */
export interface StageIds
  extends
    StagedItems,
    StagedNegotiation,
    StagedOrder,
    StagedChapter,
    StagedCommunity,
    StagedMeeting,
    StagedUse,
    StagedArtifact {
  organization: string;
  product: string;
  area: string;
  otherArea: string;
  team: string;
  otherTeam: string;
  /** A Developer of the team. */
  person: string;
  /** A Developer of the other team. */
  newcomer: string;
  /** The Scrum Master's assignment in the team. */
  assignment: string;
  absence: string;
  invitation: string;
  impediment: string;
  impedimentKey: string;
  /** Of the administrator. */
  undo: string;
  label: string;
  otherImpedimentKey: string;
  source: string;
  otherSource: string;
  /** Of the team, running. */
  sprint: string;
  /** A comment of the developer on the impediment. */
  comment: string;
  /** Of the impediment to the web. */
  link: string;
  /** Shared by the developer. */
  savedView: string;
  import: string;
  importMapping: string;
  /** The Administrator's. */
  inboxEntry: string;
  /** Asks the executive. */
  brief: string;
  /** Proposed by the administrator, decided by the Product Owner of the team. */
  decision: string;
  decisionLink: string;
  decisionInForce: string;
  decisionFeed: string;
  decisionArea: string;
  /** The Product Owner's consent. */
  decisionAsk: string;
  vetoableDecision: string;
  settledDecisionKey: string;
}

export interface Stage {
  ids: StageIds;
  organization: TestOrganization;
  actors: Record<ActorName, TestPerson>;
}

/** One organization with one of everything; every text begins with `mark`; its impediments have two numbers from `firstNumber`, its decisions five. */
export async function setStage(world: World, mark: string, firstNumber: number): Promise<Stage> {
  const organization = await world.organization(`${mark} organization`);
  const area = await organization.areaNamed(`${mark} area`);
  const otherArea = await organization.areaNamed(`${mark} other area`);
  const team = await organization.team(`${mark} team`, area);
  const otherTeam = await organization.team(`${mark} other team`, otherArea);
  const holder = (name: string, role: Role, scope: Record<string, string>) =>
    organization.holder(`${mark} ${name}`, role, scope);
  const actors = await stagedActors(organization, mark, { area, otherArea, team: team.id, otherTeam: otherTeam.id });
  const assignment = await organization.assign(actors.scrumMaster, 'SCRUM_MASTER', { team_id: team.id });
  const person = await holder('person', 'DEVELOPER', { team_id: team.id });
  const newcomer = await holder('newcomer', 'DEVELOPER', { team_id: otherTeam.id });
  const absence = await organization.insert('absences', {
    person_id: person.id,
    starts_on: '2030-01-01',
    ends_before: '2030-01-05',
    note: `${mark} note`,
  });
  const invitation = await organization.insert('invitations', {
    person_id: person.id,
    email: `${mark}@example.org`,
    token_hash: Buffer.alloc(32, 7),
    invited_by: actors.administrator.id,
    expires_at: '2040-01-01',
  });
  const source = await organization.insert('sources', {
    name: `${mark} source`,
    kind: 'VENDOR',
    contact: `${mark} contact`,
    contact_person_id: person.id,
  });
  const otherSource = await organization.insert('sources', {
    name: `${mark} other source`,
    kind: 'TEAM',
    team_id: team.id,
  });
  await organization.insert('sources', {
    name: `${mark} source of old`,
    kind: 'TEAM',
    merged_into_id: source,
    merged_at: '2026-01-01',
  });
  const sprint = await stagedSprints(organization, mark, team.id);
  const impediments: string[] = [];
  for (const number of [firstNumber, firstNumber + 1]) {
    impediments.push(await raised(organization, mark, number, { team: team.id, by: actors.developer.id, source }));
  }
  const imported = await organization.insert('imports', {
    kind: 'SIGS',
    state: 'UPLOADED',
    requested_by: actors.administrator.id,
    mapping: { note: mark },
    failure: `${mark} failure`,
  });
  await importFile(organization, imported, mark);
  const importMapping = await organization.insert('import_mappings', {
    kind: 'JIRA_CSV',
    name: `${mark} mapping`,
    mapping: { productName: mark },
    created_by: actors.administrator.id,
  });
  const impediment = impediments.at(-1) ?? '';
  const comment = await organization.insert('impediment_comments', {
    impediment_id: impediment,
    author_id: actors.developer.id,
    body: `${mark} word to [@${mark} person](person:Person_${person.id})`,
    at: '2026-01-02',
  });
  const link = await linked(organization, impediment, {
    kind: 'WEB',
    url: `https://example.org/${mark}`,
    title: `${mark} link`,
    linked_by: actors.developer.id,
  });
  await linked(organization, impediment, {
    kind: 'RELATED',
    other_id: impediments[0],
    linked_by: actors.developer.id,
  });
  const label = await organization.insert('labels', { name: `${mark} label` });
  await organization.query(
    'insert into impediment_labels (organization_id, impediment_id, label_id) values ($1, $2, $3)',
    [organization.id, impediment, label],
  );
  const undo = await organization.insert('impediment_undos', {
    person_id: actors.administrator.id,
    label: `${mark} undo`,
    items: '[]',
  });
  const savedView = await organization.insert('saved_views', {
    owner_id: actors.developer.id,
    name: `${mark} view`,
    screen: 'BOARD',
    search: `text=${mark}`,
    shared: true,
  });
  const inboxEntry = await organization.insert('inbox_entries', {
    person_id: actors.administrator.id,
    reason: 'WATCHING',
    event_name: 'impediment.commented',
    occasion: '1',
    event_ids: [1],
    actor_id: actors.developer.id,
    impediment_id: impediment,
    excerpt: `${mark} excerpt`,
    at: '2026-01-01',
  });
  const brief = await sentBrief(organization, mark, impediment, actors);
  const decisions = await stagedDecisions(organization, mark, firstNumber, {
    team: team.id,
    area,
    impediment,
    administrator: actors.administrator.id,
    productOwner: actors.productOwner.id,
    person: person.id,
  });
  const delegation = await stagedDelegation(organization, mark, firstNumber + 3, {
    team: team.id,
    administrator: actors.administrator.id,
    productOwner: actors.productOwner.id,
    developer: actors.developer.id,
  });
  const around = { impediment, administrator: actors.administrator.id, person: person.id };
  const items = await stagedItems(organization, mark, firstNumber, { ...around, team: team.id, area, sprint });
  const negotiated = { ...around, ...items, otherTeam: otherTeam.id, otherArea };
  const negotiation = await stagedNegotiation(organization, mark, firstNumber, negotiated);
  const order = await stagedOrder(organization, mark, {
    item: items.item.replace('BacklogItem_', ''),
    area,
    administrator: actors.administrator.id,
  });
  const chapter = await stagedChapter(organization, mark, {
    area,
    team: team.id,
    impediment,
    administrator: actors.administrator.id,
    scrumMaster: actors.scrumMaster.id,
    person: person.id,
  });
  const community = await stagedCommunity(organization, mark, {
    team: team.id,
    administrator: actors.administrator.id,
    developer: actors.developer.id,
    person: person.id,
  });
  const use = await stagedUse(organization, mark, firstNumber + 50, {
    community: community.community.replace('Community_', ''),
    team: team.id,
    administrator: actors.administrator.id,
    scrumMaster: actors.scrumMaster.id,
    developer: actors.developer.id,
  });
  const artifacts = await stagedArtifacts(organization, mark, firstNumber + 60, {
    community: community.community.replace('Community_', ''),
    administrator: actors.administrator.id,
    developer: actors.developer.id,
    scrumMaster: actors.scrumMaster.id,
    stakeholder: actors.stakeholder.id,
  });
  const meeting = await stagedMeeting(organization, mark, {
    team: team.id,
    person: person.id,
    administrator: actors.administrator.id,
    developer: actors.developer.id,
  });
  return {
    organization,
    actors,
    ids: {
      organization: `Organization_${organization.id}`,
      product: `Product_${organization.productId}`,
      area: `Area_${area}`,
      otherArea: `Area_${otherArea}`,
      team: `Team_${team.id}`,
      otherTeam: `Team_${otherTeam.id}`,
      person: `Person_${person.id}`,
      newcomer: `Person_${newcomer.id}`,
      assignment: `RoleAssignment_${assignment}`,
      absence: `Absence_${absence}`,
      invitation: `Invitation_${invitation}`,
      impediment: `Impediment_${impediment}`,
      impedimentKey: `IMP-${firstNumber + 1}`,
      otherImpedimentKey: `IMP-${firstNumber}`,
      source: `Source_${source}`,
      otherSource: `Source_${otherSource}`,
      sprint: `Sprint_${sprint}`,
      comment: `ImpedimentComment_${comment}`,
      link: `ImpedimentLink_${link}`,
      undo: `UndoOffer_${undo}`,
      label: `Label_${label}`,
      savedView: `SavedView_${savedView}`,
      import: `Import_${imported}`,
      importMapping: `ImportMapping_${importMapping}`,
      inboxEntry: `InboxEntry_${inboxEntry}`,
      brief: `EscalationBrief_${brief}`,
      ...decisions,
      ...delegation,
      ...items,
      ...negotiation,
      ...order,
      ...chapter,
      ...community,
      ...meeting,
      ...use,
      ...artifacts,
    },
  };
}
