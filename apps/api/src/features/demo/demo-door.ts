import { refuseOrganization } from '@chapterhouse/domain/organization/organization-refusals';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { SessionStore } from '../../platform/auth/session-store.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { globalId } from '../../platform/graphql/global-id.js';
import type { Settings } from '../../platform/settings/settings.js';
import { SETTINGS } from '../../platform/settings/settings-token.js';
import { FirstRunService, PrimaryHoldersRead, type Instance } from '../organization/public.js';
import { DemoService } from './demo.service.js';
import { DEMO_SLUG } from './demo-words.js';
import type { Persona } from './demo.graphql.js';

const VERSION = '0.1.0';
const LOOPBACK = /^(127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1|::ffff:127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/u;

/** One click into the demo: only in the embedded trial, only from this machine, only into the demo organization. */
@Injectable()
export class DemoDoor {
  private readonly remaking = new Map<string, Promise<void>>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FirstRunService) private readonly firstRun: FirstRunService,
    @Inject(DemoService) private readonly demo: DemoService,
    @Inject(PrimaryHoldersRead) private readonly holders: PrimaryHoldersRead,
    @Inject(SessionStore) private readonly sessions: SessionStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async instance(address: string): Promise<Instance> {
    const { firstRun, demoId } = await this.firstRun.state();
    const demoAvailable = this.isOpen(address);
    return { firstRun, demoAvailable, demoExists: demoAvailable && demoId !== undefined, version: VERSION };
  }

  async personas(address: string): Promise<Persona[]> {
    const { demoId } = await this.firstRun.state();
    if (!this.isOpen(address) || !demoId) return [];
    const rows = await this.database.transaction({ organizationId: demoId }, (tx) => this.holders.load(tx));
    return rows.map((row) => ({
      personId: globalId('Person', row.person_id),
      name: row.name,
      role: row.role,
      scopeName: row.scope_name,
    }));
  }

  /** Makes the demo when it is missing; returns the secret of a session as its Scrum of Scrums Master. @throws DEMO_CLOSED */
  async open(address: string): Promise<string> {
    this.refuseOutside(address);
    if (!(await this.firstRun.state()).demoId) await this.demo.create(DEMO_SLUG);
    const persona = (await this.personas(address)).find(({ role }) => role === 'SCRUM_OF_SCRUMS_MASTER');
    if (!persona) throw new Error('The demo has no Scrum of Scrums Master.');
    return this.enter(address, persona.personId.slice('Person_'.length));
  }

  /**
   * The demo as on its first day, with everybody in it signed out; returns the secret of a new session in the caller's
   * role, or as its Scrum of Scrums Master. Clicked twice, it is made once.
   * @throws DEMO_CLOSED, also for somebody who is signed in to a real organization
   */
  async reset(address: string, viewer: Viewer | undefined): Promise<string> {
    this.refuseOutside(address);
    const { demoId } = await this.firstRun.state();
    if (viewer && viewer.organizationId !== demoId) throw refuseOrganization('DEMO_CLOSED', {});
    if (!demoId) return this.open(address);
    const before =
      viewer && (await this.personas(address)).find(({ personId }) => personId === globalId('Person', viewer.personId));
    await this.remakeOnce(demoId);
    const personas = await this.personas(address);
    const same = personas.find(({ role, scopeName }) => role === before?.role && scopeName === before.scopeName);
    const persona = same ?? personas.find(({ role }) => role === (before?.role ?? 'SCRUM_OF_SCRUMS_MASTER'));
    return persona ? this.enter(address, persona.personId.slice('Person_'.length)) : this.open(address);
  }

  /** Everybody who asks for the same demo to be forgotten waits for the same new one. */
  private remakeOnce(demoId: string): Promise<void> {
    const known = this.remaking.get(demoId);
    if (known) return known;
    const remaking = this.demo.remake(DEMO_SLUG, demoId).finally(() => this.remaking.delete(demoId));
    this.remaking.set(demoId, remaking);
    return remaking;
  }

  /** A session as one of the personas. @throws DEMO_CLOSED, NOT_FOUND for anybody else */
  async enter(address: string, personId: string): Promise<string> {
    this.refuseOutside(address);
    const { demoId } = await this.firstRun.state();
    const personas = await this.personas(address);
    if (!demoId || !personas.some((persona) => persona.personId === globalId('Person', personId)))
      throw refusePlatform('NOT_FOUND', {});
    return this.database.transaction({ organizationId: demoId, actorId: personId }, (tx) =>
      this.sessions.start(tx, personId),
    );
  }

  private isOpen(address: string): boolean {
    return this.settings.trialOnLoopback && LOOPBACK.test(address);
  }

  private refuseOutside(address: string): void {
    if (!this.isOpen(address)) throw refuseOrganization('DEMO_CLOSED', {});
  }
}
