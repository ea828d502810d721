import { describe, expect, it } from 'vitest';
import { type JobRun, type WaitingUpdate, jobNames, jobProblems } from '../../../shared/entities/job.ts';
import { JobRunId, MemoryUpdateId } from '../../../shared/ids.ts';
import { jobWords, nextWords, runOutcome, tookWords, updateStanding, updateTitle } from './job-words.ts';

const now = new Date(2026, 2, 2, 12).getTime();
const id = '01900000-0000-7000-8000-000000000001';
const run = (changes: Partial<JobRun>): JobRun => ({
  ...{ id: JobRunId.parse(id), job: 'drain_memory', startedAt: now, finishedAt: now, outcome: 'done', effects: 1, problem: null },
  ...changes,
});
const update = (changes: Partial<WaitingUpdate>): WaitingUpdate => ({
  ...{ id: MemoryUpdateId.parse(id), kind: 'session', refId: id, state: 'waiting', attempts: 0, dueAt: now, problem: null, createdAt: now },
  ...changes,
});

describe('a run', () => {
  it('says what it did, and what it could not do', () => {
    expect(runOutcome(run({ effects: 2 }))).toBe('2 things remembered.');
    expect(runOutcome(run({ effects: 1, outcome: 'stopped' }))).toBe(
      '1 thing remembered. Stopped before it was through; it goes on by itself.',
    );
    expect(runOutcome(run({ effects: 3, outcome: 'failed', problem: 'disk_full' }))).toBe(
      '3 things remembered. The disk is full. Please free some space.',
    );
    expect(runOutcome(run({ job: 'end_idle_sessions', effects: 1 }))).toBe('1 session ended.');
    expect(runOutcome(run({ effects: 1, problem: 'unreachable' }))).toBe(
      '1 thing remembered, on this computer alone. The model did not answer in time.',
    );
  });

  it('says every reason and every job in plain words', () => {
    for (const problem of jobProblems) {
      expect(runOutcome(run({ effects: 0, outcome: 'failed', problem }))).toMatch(/^[A-Z][^!_]+\.$/u);
      expect(runOutcome(run({ problem }))).toMatch(/^1 thing remembered, on this computer alone\. [A-Z][^!_]+\.$/u);
    }
    for (const name of jobNames) expect(`${jobWords[name].title}. ${jobWords[name].words}`).not.toMatch(/[_!]/u);
  });

  it('says how long it took', () => {
    expect([3, 1000, 90_000, 119_600, 600_000].map(tookWords)).toEqual([
      'under a second',
      '1 second',
      '90 seconds',
      '2 minutes',
      '10 minutes',
    ]);
  });
});

describe('what waits', () => {
  it('says what it is, where it stands and why', () => {
    expect(updateTitle(update({}), now)).toMatch(/^A session, from today, /u);
    expect(updateStanding(update({}), now)).toBe('Next in line.');
    expect(updateStanding(update({ state: 'working' }), now)).toBe('Being worked on now.');
    expect(updateStanding(update({ dueAt: now + 60_000, attempts: 1, problem: 'unreachable' }), now)).toMatch(
      /^The model did not answer in time\. It will be tried again today, /u,
    );
    expect(updateStanding(update({ state: 'needs_attention', dueAt: null, attempts: 5, problem: 'too_large' }), now)).toBe(
      'What came back was far too long, so nothing of it was kept. Tried 5 times.',
    );
  });

  it('says when a job is next', () => {
    expect([null, now, now + 60_000].map((at) => nextWords(at, now))).toEqual([
      'Nothing waits for it',
      'Due now',
      expect.stringMatching(/^Next: today, /u),
    ]);
  });
});
