import { join } from 'node:path';
import { type CoreEvent, changedEntities } from '../../shared/contracts/events.ts';
import type { ProfileSummary } from '../../shared/entities/profile.ts';
import { type ActionBus, type PerformedAction, createActionBus } from './actions/action-bus.ts';
import { type Actor, personOf } from './actions/actor.ts';
import { upcast } from './actions/upcast.ts';
import { type ActivityService, createActivityService } from './activity/activity-service.ts';
import { assessmentActions } from './assessments/assessment-actions.ts';
import { type AssessmentService, createAssessmentService } from './assessments/assessment-service.ts';
import { type CompanionService, createCompanionService } from './companion/companion-service.ts';
import { type Companions, createCompanions } from './companion/companions.ts';
import { createOpenModel } from './companion/open-model.ts';
import { keptPrivate } from './companion/context/kept-private.ts';
import { recall } from './companion/context/remembered.ts';
import { createSummariser } from './companion/remembering/summarise-with-model.ts';
import { createGuide } from './companion/providers/guide.ts';
import { openConnection } from './db/connection.ts';
import { truncateLog } from './db/log-truncation.ts';
import { createMaintenance } from './db/maintenance.ts';
import { migrate, readMigrations } from './db/migrate.ts';
import { createOwnerScopes } from './db/owner-scope.ts';
import type { OwnedTableName } from './db/schema.ts';
import { type ForgettingService, createForgettingService } from './forgetting/forgetting-service.ts';
import { createTraces } from './forgetting/traces.ts';
import { type MapService, createMapService } from './map/map-service.ts';
import { type KeyedDigest, createKeyedDigest } from './memory/keyed-digest.ts';
import { memoryActions } from './memory/memory-actions.ts';
import { type MemoryService, createMemoryService } from './memory/memory-service.ts';
import { snapshotRepository } from './memory/snapshot-repository.ts';
import { readMaterial } from './memory/material.ts';
import { summariseInSteps } from './memory/summarise/summarise.ts';
import { composeSummary } from './memory/summarise/summary.ts';
import { noteActions } from './notes/note-actions.ts';
import { type NoteService, createNoteService } from './notes/note-service.ts';
import { partActions } from './parts/part-actions.ts';
import { partDerivation } from './parts/part-changes.ts';
import { partUnionActions } from './parts/part-unions.ts';
import { relationshipActions, relationshipDerivation } from './relationships/relationship-actions.ts';
import { type RelationshipService, createRelationshipService } from './relationships/relationship-service.ts';
import { type PartService, createPartService } from './parts/part-service.ts';
import type { Ports } from './ports.ts';
import { privacyActions, privacyDerivation } from './privacy/privacy-actions.ts';
import { type PrivacyService, createPrivacyService } from './privacy/privacy-service.ts';
import { proposalActions } from './proposals/proposal-actions.ts';
import { type ProposalService, createProposalService } from './proposals/proposal-service.ts';
import { type ProviderService, createProviderService } from './providers/provider-service.ts';
import { createBackground } from './scheduler/create-background.ts';
import type { JobService } from './scheduler/job-service.ts';
import type { Scheduler } from './scheduler/scheduler.ts';
import { type DraftService, createDraftService } from './sessions/draft-service.ts';
import { messageActions } from './sessions/message-actions.ts';
import { sessionActions } from './sessions/session-actions.ts';
import { detectSafety } from './safety/detection/detect-safety.ts';
import { safetyActions, safetyPlanDerivation } from './safety/safety-actions.ts';
import { type SafetyService, createSafetyService } from './safety/safety-service.ts';
import { type SessionService, createSessionService } from './sessions/session-service.ts';
import { createUser, settingsActions } from './settings/settings-actions.ts';
import { type SettingsService, createSettingsService } from './settings/settings-service.ts';
import { type TransferService, createTransferService } from './transfer/transfer-service.ts';
import { copyVaultFiles } from './vault/vault-copies.ts';

/** Every action there is. A change of domain data that is not one of these can't be made. */
export const actionDefinitions = [
  ...settingsActions,
  ...sessionActions,
  ...messageActions,
  ...proposalActions,
  ...partActions,
  ...partUnionActions,
  ...relationshipActions,
  ...assessmentActions,
  ...privacyActions,
  ...safetyActions,
  ...noteActions,
  ...memoryActions,
];

const undoableTypes = new Set(actionDefinitions.filter(({ undoable }) => undoable).map(({ type }) => type));

/** What follows from other rows and is computed anew by an undo. */
export const derivations = [partDerivation, relationshipDerivation, privacyDerivation, safetyPlanDerivation];

/** One person's data while it is open: the features, all over one connection. */
export type OpenProfile = {
  readonly summary: ProfileSummary;
  /** The person whose profile this is. The renderer never says who it is. */
  readonly actor: Actor;
  readonly sessions: SessionService;
  readonly drafts: DraftService;
  readonly forgetting: ForgettingService;
  readonly privacy: PrivacyService;
  readonly companion: CompanionService;
  readonly companions: Companions;
  readonly providers: ProviderService;
  readonly notes: NoteService;
  readonly proposals: ProposalService;
  readonly parts: PartService;
  readonly relationships: RelationshipService;
  readonly assessments: AssessmentService;
  readonly activity: ActivityService;
  readonly map: MapService;
  readonly safety: SafetyService;
  readonly memory: MemoryService;
  /** The version of the memory when the profile was opened, before anything was caught up on; 0 when there was none. */
  readonly memoryAtOpening: number;
  readonly settings: SettingsService;
  readonly jobs: JobService;
  /** Works in the background once it is started, until the profile closes. */
  readonly scheduler: Scheduler;
  readonly transfer: TransferService;
  /** Aborted when the profile closes, for long work that a route began. */
  readonly closing: AbortSignal;
  /** Stops replies and long work, then closes the database. */
  close(): Promise<void>;
};

/** What the copies made before an update are called. */
const COPY_NAME = 'before-update-of-schema-';

export const databaseFileName = 'trailhead.db';
export const databaseFileOf = (folder: string): string => join(folder, databaseFileName);

/**
 * Opens a profile's database with its key, brings it up to date and builds the features on it.
 * @param key 32 bytes; the caller's, who also empties it after `close`.
 * @throws Failure DATABASE_DAMAGED, DATABASE_TOO_NEW, DISK_FULL or READ_ONLY. The database is then closed and unchanged.
 */
export async function openProfile(
  ports: Ports,
  emit: (event: CoreEvent) => void,
  request: { folder: string; key: Buffer; summary: ProfileSummary; isNew: boolean },
): Promise<OpenProfile> {
  const { folder, key, summary, isNew } = request;
  const closing = new AbortController();
  const file = databaseFileOf(folder);
  const connection = openConnection(file, key, { create: isNew });
  const maintenance = createMaintenance(ports.paths.maintenanceWorker, { file, key });
  try {
    const migrations = readMigrations(ports.paths.migrationsDir);
    await migrate(connection, migrations, async (fromVersion) => {
      const copy = join(folder, `${COPY_NAME}${fromVersion}`);
      await maintenance.copy(`${copy}.db`, closing.signal);
      // The copy opens with the secrets of its own day, whatever the passphrase becomes later.
      await copyVaultFiles(folder, copy);
    });
    const scopes = createOwnerScopes(connection);
    const scopeOf = (actor: Actor) => scopes(actor.userId);
    const { clock, ids } = ports;
    const bus = createActionBus({
      scopeOf,
      definitions: actionDefinitions,
      derivations,
      upcast,
      schemaVersion: migrations.length,
      clock,
      ids,
      onCommit(tables, performed) {
        tellChanges(tables, performed, emit);
        if (tables.has('parts') || tables.has('partRelationships')) services.memory.partsChanged();
        background.scheduler.wake();
      },
    });
    const actor = personOf(summary.id);
    // What was deleted right before a crash may still stand in the log.
    truncateLog(connection);
    const keyedDigest = createKeyedDigest(key);
    const memoryAtOpening = scopeOf(actor).use(snapshotRepository).latest()?.version ?? 0;
    const services = createServices(ports, emit, {
      ...{ bus, scopeOf, person: actor, keyedDigest, signal: closing.signal },
      async onRepaired() {
        emit({ type: 'data.changed', entities: ['memory', 'job'] });
        background.jobs.retryFailed(actor);
        // What was to be forgotten could not be taken out of what was damaged.
        await forgetting.resume(actor);
      },
    });
    const background = createBackground(ports, {
      ...{ bus, scopeOf, person: actor, maintenance, sessions: services.sessions, settings: services.settings },
      remembering: {
        memory: services.memory,
        readMaterial: (by, kind, refId) => readMaterial(scopeOf(by), { kind, refId }, { timeZone: ports.timeZone() }),
        ...{ find: summariseInSteps, summarise: services.summarise },
      },
      onChange: () => emit({ type: 'data.changed', entities: ['job'] }),
      onFailure: (error) => ports.logger.failure(failureEntry(ports, 'background', error)),
    });
    const forgetting = createForgettingService({
      ...{ scopeOf, clock, ids, keyedDigest, composeSummary, signal: closing.signal },
      stopReplies: (by, sessionId) => services.companion.stopReplies(by, sessionId),
      traces: createTraces({ connection, maintenance, folder, copyName: COPY_NAME }),
      onChange: (rowsChanged) => emit({ type: 'data.changed', entities: rowsChanged ? [...changedEntities] : ['forgetting'] }),
      // It is forgotten in the database already: what fails from here on is tried again with the next opening, and is no refusal.
      onFailure: (error) => ports.logger.failure(failureEntry(ports, 'forgetting', error)),
    });
    const transfer = createTransferService({ maintenance, saveFile: ports.saveFile, clock, label: summary.label, signal: closing.signal });
    if (isNew) bus.perform(actor, createUser, {});
    services.companion.settleUnfinished(actor);
    // Not waited for: a profile opens as quickly as ever.
    void forgetting.resume(actor);
    return {
      summary,
      actor,
      ...services,
      ...background,
      memoryAtOpening,
      forgetting,
      transfer,
      closing: closing.signal,
      async close() {
        closing.abort();
        try {
          await Promise.all([background.scheduler.stop(), services.companion.close(), forgetting.close(), maintenance.close()]);
        } finally {
          connection.close();
        }
      },
    };
  } catch (error) {
    await maintenance.close();
    connection.close();
    throw error;
  }
}

function createServices(
  ports: Ports,
  emit: (event: CoreEvent) => void,
  base: {
    bus: ActionBus;
    scopeOf: Parameters<typeof createPartService>[0]['scopeOf'];
    person: Actor;
    keyedDigest: KeyedDigest;
    signal: AbortSignal;
    onRepaired: () => Promise<void>;
  },
) {
  const { clock, ids, logger, saveFile } = ports;
  const sessions = createSessionService({ ...base, clock });
  const settings = createSettingsService(base);
  const onFailure = (error: unknown): void => logger.failure(failureEntry(ports, 'companion.reply', error));
  const providers = createProviderService({
    ...base,
    ...{ settings, clock, ids },
    onChange: () => emit({ type: 'data.changed', entities: ['settings'] }),
  });
  const safety = createSafetyService(base);
  const guide = createGuide(clock, ports.replyPaceMs);
  const features = {
    parts: createPartService({ ...base, clock }),
    relationships: createRelationshipService(base),
    assessments: createAssessmentService(base),
    notes: createNoteService(base),
    activity: createActivityService({ ...base, derivations, isUndoable: (type) => undoableTypes.has(type) }),
    memory: createMemoryService({
      ...{ ...base, settings, clock, ids, composeSummary },
    }),
  };
  const openModel = createOpenModel({ providers, fetch: ports.fetch, clock });
  const companions = createCompanions({
    ...{ providers, sessions, settings, scopeOf: base.scopeOf, clock, onFailure },
    services: { bus: base.bus, keyedDigest: base.keyedDigest, ...features },
    guide,
    openModel,
    detectSafety,
    safetyState: (actor) => safety.state(actor),
  });
  const privacy = createPrivacyService(base);
  return {
    ...features,
    sessions,
    drafts: createDraftService({ ...base, clock, ids }),
    privacy,
    settings,
    safety,
    providers,
    companions,
    companion: createCompanionService({
      ...base,
      ...{ sessions, privacy, settings, safety, detectSafety, companions, guide, clock, emit, onFailure },
      recall(actor) {
        const scope = base.scopeOf(actor);
        return recall({ actor, scope, memory: features.memory, kept: keptPrivate(scope), exilesRest: safety.safetyOpen(actor) });
      },
      country: ports.country,
      paceMs: ports.replyPaceMs,
    }),
    map: createMapService({ ...base, clock, ids, saveFile }),
    proposals: createProposalService({ ...base, clock }),
    summarise: createSummariser({ actor: base.person, scopeOf: base.scopeOf, providers, openModel }),
  };
}

/** A failure nobody asked about, without anything it may say. */
const failureEntry = ({ ids }: Ports, route: string, error: unknown) => ({
  code: 'INTERNAL' as const,
  id: ids.next(),
  route,
  detail: error instanceof Error ? error.name : typeof error,
});

type Entity = (typeof changedEntities)[number];

/** Which part of the screen a table stands behind. Tables without a screen of their own are told with their owner's. */
const entityOf: Partial<Record<OwnedTableName, Entity | readonly Entity[]>> = {
  users: 'settings',
  sessions: 'session',
  messages: 'message',
  parts: 'part',
  partEvidence: 'part',
  partRelationships: 'relationship',
  partAssessments: 'assessment',
  proposals: 'proposal',
  notes: 'note',
  safetyFlags: 'safety',
  safetyPlans: 'safety',
  safetyContacts: 'safety',
  agentActions: 'action',
  userMemorySnapshots: 'memory',
  memoryRules: 'memory',
  privateFlags: ['part', 'session'],
};

function tellChanges(tables: ReadonlySet<OwnedTableName>, performed: readonly PerformedAction[], emit: (event: CoreEvent) => void): void {
  const entities = [...new Set([...tables].flatMap((table) => entityOf[table] ?? []))];
  if (entities.length > 0) emit({ type: 'data.changed', entities });
  for (const { actionId, actionType, actor, undoable } of performed) {
    if (undoable) emit({ type: 'action.performed', actionId, actionType, actor });
  }
}
