/**
 * Runs in a thread of its own, with its own connection: what would hold up the main process.
 * Started by `maintenance.ts` with one job, and ends when that is done.
 */
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { Failure } from '../failure.ts';
import { checkDatabase } from './check.ts';
import { type Connection, openConnection } from './connection.ts';
import { copyDatabase } from './copy.ts';
import { exportRows } from './export-rows.ts';
import { lookAfterDatabase } from './look-after.ts';
import type { MaintenanceAnswer, MaintenanceJob } from './maintenance-protocol.ts';
import { failureFromSqlite } from './sqlite-failure.ts';

const answer = (message: MaintenanceAnswer): void => parentPort?.postMessage(message);

// Only maintenance.ts starts this module, and its type is the one agreed on there.
const job = workerData as MaintenanceJob;

/** The same bytes, not a copy: emptying one empties both. */
const keyOf = ({ key }: MaintenanceJob): Buffer => Buffer.from(key.buffer, key.byteOffset, key.byteLength);

const open = (): Connection => openConnection(job.file, keyOf(job), { create: false });

async function run(): Promise<void> {
  const connection = open();
  try {
    switch (job.job) {
      case 'check':
        answer({ type: 'checked', report: checkDatabase(connection.sqlite) });
        break;
      case 'look_after':
        lookAfterDatabase(connection.sqlite);
        answer({ type: 'looked_after' });
        break;
      case 'copy':
        copyDatabase(connection, keyOf(job), job.target);
        answer({ type: 'copied' });
        break;
      case 'export':
        for (const text of exportRows(connection.sqlite, job)) {
          answer({ type: 'chunk', text });
          if (parentPort) await once(parentPort, 'message');
        }
        answer({ type: 'exported' });
        break;
    }
  } finally {
    job.key.fill(0);
    connection.close();
  }
}

try {
  await run();
} catch (error) {
  const failure = failureFromSqlite(error, job.file);
  answer(
    failure instanceof Failure
      ? { type: 'failed', code: failure.code, message: failure.message }
      : { type: 'failed', code: 'INTERNAL', message: failure instanceof Error ? failure.name : 'unknown' },
  );
}
