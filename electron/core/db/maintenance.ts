import { Worker } from 'node:worker_threads';
import type { UserId } from '../../../shared/ids.ts';
import { Failure } from '../failure.ts';
import type { CheckReport, MaintenanceAnswer, MaintenanceJob } from './maintenance-protocol.ts';

/** Long work on one profile's database, in a worker thread. Each job can be cancelled; the thread is then ended. */
export type Maintenance = {
  check(signal: AbortSignal): Promise<CheckReport>;
  /** Writes a verified copy to `target`. */
  copy(target: string, signal: AbortSignal): Promise<void>;
  /** The export file, piece by piece. Stopping early ends the thread. */
  exportRows(options: { userId: UserId; label: string; exportedAt: number }, signal: AbortSignal): AsyncGenerator<string, void, undefined>;
};

/** @param source tells the database's file and key, when a job begins. */
export function createMaintenance(workerModule: URL, source: { file: string; key: Buffer }): Maintenance {
  const answersTo = (job: JobRequest, signal: AbortSignal) =>
    answers(workerModule, { ...job, file: source.file, key: Uint8Array.from(source.key) }, signal);

  return {
    async check(signal) {
      for await (const answer of answersTo({ job: 'check' }, signal)) if (answer.type === 'checked') return answer.report;
      throw workerEnded();
    },
    async copy(target, signal) {
      for await (const answer of answersTo({ job: 'copy', target }, signal)) if (answer.type === 'copied') return;
      throw workerEnded();
    },
    async *exportRows(options, signal) {
      for await (const answer of answersTo({ job: 'export', ...options }, signal)) {
        if (answer.type === 'chunk') yield answer.text;
        if (answer.type === 'exported') return;
      }
      throw workerEnded();
    },
  };
}

type JobRequest = MaintenanceJob extends infer Job ? (Job extends unknown ? Omit<Job, 'file' | 'key'> : never) : never;

const workerEnded = () => new Failure('INTERNAL', 'The work on the database ended early. Nothing was lost; please try again.');

/** Yields a worker's answers one at a time, asking for the next one only when the last one was taken. */
async function* answers(workerModule: URL, job: MaintenanceJob, signal: AbortSignal): AsyncGenerator<MaintenanceAnswer, void, undefined> {
  if (signal.aborted) throw new Failure('CANCELLED', 'This was stopped before it began.');
  // An empty environment: a passphrase handed over that way is nothing a worker needs.
  const worker = new Worker(workerModule, { workerData: job, env: {} });
  job.key.fill(0);
  const waiting: MaintenanceAnswer[] = [];
  let ended = false;
  const crashes: Error[] = [];
  let wake: () => void = () => {};
  const note = () => wake();
  worker.on('message', (answer: MaintenanceAnswer) => {
    waiting.push(answer);
    note();
  });
  worker.on('error', (error: Error) => {
    crashes.push(error);
    note();
  });
  worker.on('exit', () => {
    ended = true;
    note();
  });
  signal.addEventListener('abort', note);
  try {
    while (true) {
      if (signal.aborted) throw new Failure('CANCELLED', 'This was stopped.');
      const answer = waiting.shift();
      if (answer) {
        if (answer.type === 'failed') throw new Failure(answer.code, answer.message);
        yield answer;
        if (answer.type === 'chunk') worker.postMessage('next');
        continue;
      }
      const [crash] = crashes;
      if (crash) throw crash;
      if (ended) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    signal.removeEventListener('abort', note);
    await worker.terminate();
  }
}
