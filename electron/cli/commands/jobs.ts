import type { JobRun } from '../../../shared/entities/job.ts';
import { ask } from '../ask.ts';
import type { CommandContext } from '../command-context.ts';
import { localTime, table } from '../output.ts';

const seconds = ({ startedAt, finishedAt }: JobRun): string =>
  finishedAt === null ? '' : `${((finishedAt - startedAt) / 1000).toFixed(1)} s`;

/** Why it did not come to its end; of one that did, why a model that was to be asked had no part in it. */
const problemOf = ({ outcome, problem }: JobRun): string =>
  problem === null ? '' : outcome === 'done' ? `done without model: ${problem}` : problem;

const runTable = (runs: readonly JobRun[]): string =>
  table(
    ['JOB', 'WHEN', 'TOOK', 'OUTCOME', 'CHANGED', 'PROBLEM'],
    runs.map((run) => [run.job, localTime(run.startedAt), seconds(run), run.outcome ?? '', String(run.effects), problemOf(run)]),
  );

/** What is done in the background: each job, what ran, and what waits. */
export const listJobs = async (context: CommandContext): Promise<void> => {
  const background = await context.withProfile(async (core) => ({
    ...(await ask(core, 'jobs.list', {})),
    forgettings: (await ask(core, 'forgetting.list', {})).items.filter(({ step }) => step !== 'done'),
  }));
  const { jobs, runs, waiting, waitingCount, forgettings } = background;
  await context.print(background, () =>
    [
      table(
        ['JOB', 'LAST RAN', 'NEXT DUE'],
        jobs.map(({ name, lastRun, nextDueAt }) => [name, localTime(lastRun?.startedAt ?? null), localTime(nextDueAt)]),
      ),
      runs.length === 0 ? 'Nothing has run yet.\n' : runTable(runs),
      waitingCount === 0
        ? 'Nothing waits to be remembered.\n'
        : table(
            ['WAITS', 'OF', 'STATE', 'ATTEMPTS', 'DUE', 'PROBLEM'],
            waiting.map(({ kind, refId, state, attempts, dueAt, problem }) => [
              kind,
              refId,
              state,
              String(attempts),
              localTime(dueAt),
              problem ?? '',
            ]),
          ),
      ...(forgettings.length > 0
        ? [
            table(
              ['TO BE FORGOTTEN', 'SINCE', 'STANDS AT', 'DONE'],
              forgettings.map(({ kind, startedAt, step, done, total }) => [kind, localTime(startedAt), step, `${done} of ${total}`]),
            ),
          ]
        : []),
      ...(waitingCount > waiting.length ? [`${waitingCount - waiting.length} more wait.\n`] : []),
    ].join('\n'),
  );
};

/** Does everything that is due now. */
export const runJobs = async (context: CommandContext): Promise<void> => {
  const { runs } = await context.withProfile((core) => ask(core, 'jobs.run', {}));
  await context.print(runs, () => (runs.length === 0 ? 'Nothing was due.\n' : runTable(runs)));
};
