import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { UserId } from '../../../shared/ids.ts';
import { Failure } from '../failure.ts';
import type { CheckReport, MaintenanceAnswer, MaintenanceJob } from './maintenance-protocol.ts';

/** Long work on one profile's database, in worker threads. Each job can be cancelled; its thread is then ended. */
export type Maintenance = {
  check(signal: AbortSignal): Promise<CheckReport>;
  /** Keeps the database quick that has been written to for a while. */
  lookAfter(signal: AbortSignal): Promise<void>;
  /** Writes a verified copy to `target`. */
  copy(target: string, signal: AbortSignal): Promise<void>;
  /** The export file, piece by piece. Stopping early ends the thread. */
  exportRows(options: { userId: UserId; label: string; exportedAt: number }, signal: AbortSignal): AsyncGenerator<string, void, undefined>;
  /** Resolves when no thread has the database open. */
  idle(): Promise<void>;
  /** Cancels everything and resolves when no thread has the database open, also when nobody reads an export any more. */
  close(): Promise<void>;
};

/** @param source tells the database's file and key, when a job begins. */
export function createMaintenance(workerModule: URL, source: { file: string; key: Buffer }): Maintenance {
  const closing = new AbortController();
  const threads = new Set<Worker>();
  const answersTo = (request: JobRequest, signal: AbortSignal) => {
    const job = { ...request, file: source.file, key: Uint8Array.from(source.key) };
    return answers(workerModule, job, AbortSignal.any([signal, closing.signal]), threads);
  };

  return {
    async idle() {
      while (threads.size > 0) await Promise.all([...threads].map((thread) => once(thread, 'exit')));
    },
    async close() {
      closing.abort();
      await Promise.all([...threads].map((thread) => thread.terminate()));
    },
    async check(signal) {
      for await (const answer of answersTo({ job: 'check' }, signal)) if (answer.type === 'checked') return answer.report;
      throw workerEnded();
    },
    async lookAfter(signal) {
      for await (const answer of answersTo({ job: 'look_after' }, signal)) if (answer.type === 'looked_after') return;
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

/** What went wrong inside stays inside: it may hold paths, or a piece of a row. */
const workerEnded = (cause?: unknown) =>
  new Failure('INTERNAL', 'The work on the database ended early. Nothing was lost; please try again.', { cause });

/** Yields a worker's answers one at a time, asking for the next one only when the last one was taken. */
async function* answers(
  workerModule: URL,
  job: MaintenanceJob,
  signal: AbortSignal,
  threads: Set<Worker>,
): AsyncGenerator<MaintenanceAnswer, void, undefined> {
  if (signal.aborted) {
    job.key.fill(0);
    throw new Failure('CANCELLED', 'This was stopped before it began.');
  }
  // An empty environment: a passphrase handed over that way is nothing a worker needs.
  const worker = new Worker(workerModule, { workerData: job, env: {} });
  threads.add(worker);
  job.key.fill(0);
  const waiting: MaintenanceAnswer[] = [];
  let ended = false;
  let crash: unknown;
  let wake: () => void = () => {};
  worker.on('message', (answer: MaintenanceAnswer) => {
    waiting.push(answer);
    wake();
  });
  worker.on('error', (error) => {
    crash = error;
  });
  // Comes last, after every message and after an error.
  worker.on('exit', () => {
    ended = true;
    threads.delete(worker);
    wake();
  });
  // At once, and not only when somebody asks for the next answer: who stopped reading may never ask again.
  const cancel = () => void worker.terminate();
  signal.addEventListener('abort', cancel);
  try {
    while (true) {
      if (signal.aborted) throw new Failure('CANCELLED', 'This was stopped.');
      const answer = waiting.shift();
      if (answer) {
        if (answer.type === 'failed') throw failureOf(answer);
        yield answer;
        if (answer.type === 'chunk') worker.postMessage('next');
        continue;
      }
      if (ended) throw workerEnded(crash);
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    signal.removeEventListener('abort', cancel);
    await worker.terminate();
  }
}

const failureOf = ({ code, message }: Extract<MaintenanceAnswer, { type: 'failed' }>): Failure =>
  code === 'INTERNAL' ? workerEnded(message) : new Failure(code, message);
