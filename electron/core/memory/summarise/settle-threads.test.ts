import { describe, expect, it } from 'vitest';
import { foundIn, memoryOf, messageIdOf, sampleMaterial } from '../../../../tests/support/sample-material.ts';
import { monday } from '../../../../tests/support/test-core.ts';
import { emptyMemory } from '../../../../shared/entities/memory.ts';
import { summarise } from './summarise.ts';

const DAY = 86_400_000;

/** A memory in which these threads were left open days ago. */
const leftOpen = (told: readonly string[], days = 3) =>
  memoryOf(told.flatMap((text) => foundIn('openThreads', [text])).map((thread) => ({ ...thread, at: monday - days * DAY })));

/** Which of the threads that were left open are settled by what is said now. */
function settledBy(said: readonly string[], threads: readonly string[], days?: number): string[] {
  const document = leftOpen(threads, days);
  const settled = summarise({ document, material: sampleMaterial(said) }).filter((finding) => finding.settled);
  return settled.map(({ text }) => text.replace(/^[^“]*“|”$/gu, ''));
}

describe('an open thread is settled', () => {
  it.each([
    ['I’ll call the doctor tomorrow.', 'I called the doctor this morning.'],
    ['I’ll call my sister tomorrow.', 'I finally called her, and we talked for an hour.'],
    ['I’ll call her tomorrow.', 'I’ve called her.'],
    ['I keep meaning to write back to her.', 'Wrote to her? Yes. I wrote back to her last night.'],
    ['I need to send the tax form by Friday.', 'The tax form is sent.'],
    ['I need to send the tax form by Friday.', 'I did send the tax form.'],
    ['I want to book the dentist next week.', 'The dentist is booked now.'],
    ['I should tell my brother about the house soon.', 'I told my brother about the house.'],
    ['I’ll call the doctor tomorrow.', 'I did it.'],
    ['I’ll call the doctor tomorrow.', 'The doctor. It’s done.'],
    ['I want to come back to what happened on the bridge.', 'We talked about what happened on the bridge.'],
    ['Why do I always say yes?', 'I think I know now why I always say yes.'],
  ])('“%s” by “%s”', (thread, said) => {
    expect(settledBy([said], [thread])).toHaveLength(1);
  });

  it.each([
    ['it was not done', 'I’ll call the doctor tomorrow.', 'I haven’t called the doctor. I didn’t call the doctor. I never called.'],
    [
      'it was nearly done',
      'I’ll call the doctor tomorrow.',
      'I almost called the doctor. I tried to call the doctor. I should have called.',
    ],
    ['it is asked or supposed', 'I’ll call the doctor tomorrow.', 'Have I called the doctor? If I called the doctor, I’d know.'],
    ['somebody else did it', 'I’ll call the doctor tomorrow.', 'She called the doctor. He said “I called the doctor”.'],
    ['something else was done', 'I’ll call the doctor tomorrow.', 'I called the plumber. I saw the doctor’s house.'],
    ['somebody else was meant', 'I’ll call him tomorrow.', 'I called her.'],
    ['it was long ago', 'I’ll call the doctor tomorrow.', 'Years ago I called the doctor.'],
    ['it is done every day', 'I want to write to Anna next week.', 'I write to Anna every day in my head.'],
    ['it is not known why', 'Why do I always say yes?', 'I still don’t know why I always say yes.'],
  ])('not when %s', (_why, thread, said) => {
    expect(settledBy([said], [thread])).toEqual([]);
  });

  it('not by words that could mean several of them', () => {
    const two = ['I’ll call my sister tomorrow.', 'I’ll call the doctor tomorrow.'];
    expect(settledBy(['I called her.'], two)).toEqual([]);
    expect(settledBy(['I did it.'], two)).toEqual([]);
    expect(settledBy(['I called the doctor.'], two)).toEqual(['I’ll call the doctor tomorrow']);
  });

  it('by “I did it” alone only as long as it is fresh', () => {
    expect(settledBy(['I did it.'], ['I’ll call the doctor tomorrow.'], 13)).toHaveLength(1);
    expect(settledBy(['I did it.'], ['I’ll call the doctor tomorrow.'], 15)).toEqual([]);
  });

  it('not by what was said before it was left open', () => {
    const document = memoryOf(foundIn('openThreads', ['I’ll call the doctor tomorrow.']).map((found) => ({ ...found, at: monday + DAY })));
    const found = summarise({ document, material: sampleMaterial(['I called the doctor.']) });
    expect(found.filter(({ settled }) => settled)).toEqual([]);
  });

  it('within one session, where it is not found at all', () => {
    const material = sampleMaterial(['I’ll call the doctor tomorrow.', 'Well. I called the doctor.']);
    expect(summarise({ document: emptyMemory, material }).filter(({ section }) => section === 'openThreads')).toEqual([]);
  });

  it('with the message that says so', () => {
    const document = leftOpen(['I’ll call the doctor tomorrow.']);
    const found = summarise({ document, material: sampleMaterial(['Morning.', 'I called the doctor.']) });
    expect(found.filter(({ section }) => section === 'openThreads')).toMatchObject([
      {
        section: 'openThreads',
        id: document.openThreads[0]?.id,
        settled: true,
        sources: [`message:${messageIdOf(2)}`],
        at: monday + 60_000,
      },
    ]);
  });
});
