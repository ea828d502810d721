import type { JobName, JobProblem, JobRun, MemoryUpdateKind, WaitingUpdate } from '../../../shared/entities/job.ts';
import { counted, momentWords } from '../../components/dates.ts';

/** What each job is for, as a person would say it. */
export const jobWords: Record<JobName, { title: string; words: string; done: (effects: number) => string }> = {
  end_idle_sessions: {
    title: 'Ending quiet sessions',
    words: 'A session that was left alone ends at the moment your setting says.',
    done: (effects) => `${counted(effects, 'session', 'sessions')} ended`,
  },
  drain_memory: {
    title: 'Remembering',
    words: 'What happened is worked into your memory, one thing at a time.',
    done: (effects) => `${counted(effects, 'thing', 'things')} remembered`,
  },
  top_up_insights: {
    title: 'Preparing insights',
    words: 'Looks for a reflection or two a day that may be worth your while.',
    done: (effects) => `${counted(effects, 'insight', 'insights')} prepared`,
  },
  database_upkeep: {
    title: 'Looking after the database',
    words: 'Keeps searching quick. Once a week at most, and only when something has changed.',
    done: () => 'Done',
  },
};

/** Why something did not come to its end, and what that means for the person. */
const problemWords: Record<JobProblem, string> = {
  unreachable: 'The model did not answer in time.',
  unreadable_answer: 'What came back could not be understood, so nothing of it was kept.',
  too_large: 'What came back was far too long, so nothing of it was kept.',
  gone: 'What this was about is not here any more.',
  refused: 'This could not be kept as it was.',
  disk_full: 'The disk is full. Please free some space.',
  failed: 'Something went wrong inside Trailhead. Nothing was lost.',
  damaged: 'The memory is damaged. Nothing more is remembered until it is checked and repaired.',
};

/** Why a model that was to be asked had no part in what was done. */
const withoutModelWords: Record<JobProblem, string> = {
  unreachable: 'The model did not answer in time.',
  unreadable_answer: 'What the model answered could not be understood.',
  too_large: 'What the model answered was far too long.',
  gone: 'The model is not there any more.',
  refused: 'The model did not take the request. Its key or your settings may have changed.',
  disk_full: 'The model had no room to work.',
  failed: 'The model failed.',
  damaged: 'The memory is damaged.',
};

const updateWords: Record<MemoryUpdateKind, string> = {
  session: 'A session',
  check_in: 'A check-in',
  insight: 'Your answer to an insight',
};

/** What waits, and since when. */
export const updateTitle = ({ kind, createdAt }: Pick<WaitingUpdate, 'kind' | 'createdAt'>, now = Date.now()): string =>
  `${updateWords[kind]}, from ${momentWords(createdAt, now)}`;

/** Where an update stands. */
export function updateStanding({ state, attempts, dueAt, problem }: WaitingUpdate, now = Date.now()): string {
  const reason = problem ? `${problemWords[problem]} ` : '';
  if (state === 'working') return 'Being worked on now.';
  if (state === 'needs_attention') return `${reason}Tried ${counted(attempts, 'time', 'times')}.`;
  if (dueAt === null || dueAt <= now) return `${reason}Next in line.`;
  return `${reason}It will be tried again ${momentWords(dueAt, now)}.`;
}

/** What a run came to. */
export function runOutcome({ job, outcome, effects, problem }: JobRun): string {
  const did = effects > 0 ? jobWords[job].done(effects) : '';
  if (problem && outcome === 'done') return `${did}, on this computer alone. ${withoutModelWords[problem]}`;
  if (problem) return `${did ? `${did}. ` : ''}${problemWords[problem]}`;
  if (outcome === 'stopped') return `${did}. Stopped before it was through; it goes on by itself.`;
  return `${did}.`;
}

/** How long a run took: "under a second", "3 seconds", "2 minutes". */
export function tookWords(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (milliseconds < 1000) return 'under a second';
  return seconds < 120 ? counted(seconds, 'second', 'seconds') : counted(Math.round(seconds / 60), 'minute', 'minutes');
}

/** When a job is next, as far as that is known. */
export const nextWords = (nextDueAt: number | null, now = Date.now()): string =>
  nextDueAt === null ? 'Nothing waits for it' : nextDueAt <= now ? 'Due now' : `Next: ${momentWords(nextDueAt, now)}`;
