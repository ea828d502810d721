import type { ActionBus } from '../actions/action-bus.ts';
import type { Actor } from '../actions/actor.ts';
import type { Maintenance } from '../db/maintenance.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { Failure } from '../failure.ts';
import { type Remembering, createDrain } from '../memory/drain.ts';
import type { MemoryService } from '../memory/memory-service.ts';
import { createUpdateQueue } from '../memory/update-queue.ts';
import type { Ports } from '../ports.ts';
import type { SessionService } from '../sessions/session-service.ts';
import type { SettingsService } from '../settings/settings-service.ts';
import { type JobService, createJobService } from './job-service.ts';
import { databaseUpkeep, drainMemory, endIdleSessions, notYet } from './jobs.ts';
import { createRunBook } from './run-book.ts';
import { type Scheduler, createScheduler } from './scheduler.ts';

/** What works in the background of one open profile, and what its person sees of it. */
export type Background = { readonly scheduler: Scheduler; readonly jobs: JobService };

/** Puts the jobs together, in the order they are done: what one ends, the next one remembers. */
export function createBackground(
  ports: Pick<Ports, 'clock' | 'ids' | 'random'>,
  options: {
    bus: ActionBus;
    scopeOf: (actor: Actor) => OwnerScope;
    person: Actor;
    sessions: SessionService;
    settings: SettingsService;
    maintenance: Maintenance;
    /** What memory is made with. */
    remembering: Remembering & { memory: Pick<MemoryService, 'isBehind' | 'keepUp'> };
    onChange: () => void;
    onFailure: (error: unknown) => void;
  },
): Background {
  const { bus, scopeOf, person, sessions, settings, maintenance, remembering, onChange, onFailure } = options;
  const { clock, ids, random } = ports;
  const actor: Actor = { kind: 'scheduler', userId: person.userId };
  const queue = createUpdateQueue({ bus, scopeOf, clock, random });
  const drain = createDrain({ ...remembering, queue, clock, random, onFailure });
  const runs = createRunBook({ scopeOf, actor, ids });
  const profileCreatedAt = () => scopeOf(actor).find('users', actor.userId)?.createdAt ?? clock.now();
  const jobs = [
    endIdleSessions(actor, sessions, settings),
    drainMemory(actor, queue, drain, remembering.memory),
    notYet('top_up_insights'),
    databaseUpkeep({ runs, maintenance, profileCreatedAt }),
  ];
  const isMemoryDamaged = (by: Actor): boolean => {
    try {
      remembering.memory.get(by);
      return false;
    } catch (error) {
      if (error instanceof Failure && error.code === 'DATABASE_DAMAGED') return true;
      throw error;
    }
  };
  const scheduler = createScheduler({ jobs, clock, runs, onChange, onFailure });
  return { scheduler, jobs: createJobService({ jobs, scheduler, runs, queue, clock, isMemoryDamaged, onChange }) };
}
