import { describe, expect, it } from 'vitest';
import { FRESH_FOR } from '../telling.ts';
import { takeoverSentences } from '../../takeover-words.ts';
import * as asked from './asked.ts';
import * as dialogue from './dialogue.ts';
import * as heard from './heard.ts';
import * as inDanger from './in-danger.ts';
import * as introductions from './introductions.ts';
import * as letter from './letter.ts';
import * as memory from './memory.ts';
import type { Line } from './line.ts';
import { listening } from './listening.ts';
import * as resting from './resting.ts';
import * as sixFs from './six-fs.ts';
import * as stepMeaning from './step-meaning.ts';
import * as stepQuestions from './step-questions.ts';
import * as visit from './visit.ts';
import * as writing from './writing.ts';

const { placeWords, ...sixFsTopics } = sixFs;
const { heardKinds: _kinds, ...heardTopics } = heard;
/** That it gives none is said of a diagnosis, and what a word of IFS means with that word. */
const namesWhatIsAsked = ({ id }: Line): boolean => /^asked\.(?:diagnosis|wrong|word)\./u.test(id);
type Topics = Readonly<Record<string, readonly Line[] | Readonly<Record<string, readonly Line[]>>>>;
const isTopic = (value: readonly Line[] | Readonly<Record<string, readonly Line[]>>): value is readonly Line[] => Array.isArray(value);
const files: Topics[] = [
  asked,
  heardTopics,
  { takeoverSentences },
  { listening },
  dialogue,
  inDanger,
  introductions,
  letter,
  memory,
  resting,
  sixFsTopics,
  stepMeaning,
  stepQuestions,
  visit,
  writing,
];
const topics = files.flatMap((file) => Object.values(file).flatMap((value) => (isTopic(value) ? [value] : Object.values(value))));
const every = topics.flat();
/** The sentences of a line, without what stands for other people’s words. */
const sentencesOf = ({ text }: Line): string[] =>
  (text.match(/[^.?]+[.?]/gu) ?? []).map((sentence) =>
    sentence
      .replaceAll(/\{\w+\}/gu, '')
      .toLowerCase()
      .replaceAll(/\s+/gu, ' ')
      .trim(),
  );

describe('the Guide’s own sentences', () => {
  it.each(every.map((line) => [line.text, line] as const))('are plain, ask one thing at most, and claim no certainty: %s', (text, line) => {
    expect(text.match(/\?/gu)?.length ?? 0).toBeLessThanOrEqual(1);
    expect(text).not.toMatch(/[!\p{Extended_Pictographic}]/u);
    expect(text).not.toMatch(
      /\b(?:definitely|certainly|clearly|obviously|surely|of course|always|never|must be|I know|you're|you need to|you should|because you|disorder|trauma\w*|heal\w*)\b/iu,
    );
    if (!namesWhatIsAsked(line)) expect(text).not.toMatch(/\bdiagnos/iu);
    expect(text).not.toMatch(/\b(?:great|excellent|amazing|wonderful|well done|proud of you|good job|perfect)\b/iu);
    if (!namesWhatIsAsked(line)) expect(text).not.toMatch(/\b(?:manager|firefighter|exile|protector|blended|polarized|unburden)/iu);
    expect(text).not.toMatch(/(?:^|[.:] )(?:Something|Part of you|A part of you)\b(?![^.:?]*\b(?:may|might|perhaps)\b)/u);
    expect(text).toMatch(/[.?]$/u);
  });

  it('each stand in one line alone, so that two lines never say the same', () => {
    const seen = new Map<string, string>();
    for (const line of every) {
      for (const sentence of sentencesOf(line)) {
        if (sentence.replaceAll(/[^\p{L}]/gu, '') === '') throw new Error(`${line.id} has a sentence of borrowed words alone.`);
        expect(seen.get(sentence) ?? line.id, sentence).toBe(line.id);
        seen.set(sentence, line.id);
      }
    }
    expect(new Set(every.map(({ id }) => id)).size).toBe(every.length);
  });

  it('suffice: there is something left to show that it listens, whatever was said lately', () => {
    expect(listening.length).toBeGreaterThan(FRESH_FOR);
    for (const { text } of listening) expect(text).not.toMatch(/\{|\?/u);
  });

  it('that only listen fit after anything: they judge no size, no time and no worth', () => {
    for (const { text } of listening)
      expect(text).not.toMatch(/\b(?:enough|worth|solve|sense|unfinished|there is time|stands on the page|welcome|small|large)\b/iu);
  });

  it('leave no step without a question, whatever was said lately, and each says whom it is about', () => {
    const { find, unblend, ...aboutThePart } = stepQuestions.stepQuestions;
    expect(stepQuestions.stillAsking.length).toBeGreaterThan(FRESH_FOR);
    for (const topic of [find, unblend, ...Object.values(aboutThePart)]) expect(topic.length).toBeGreaterThan(12);
    for (const { text } of Object.values(aboutThePart).flat()) expect(text).toContain('{part}');
    for (const { text } of [find, unblend, stepQuestions.stillAsking, ...Object.values(aboutThePart)].flat()) {
      expect(text).toMatch(/^[^?]*\?$/u);
      // One thing, and not two in one question mark.
      expect(text).not.toMatch(/, (?:and|or) (?:how|what|which|who|where|when|a place|did|does|is)\b(?! only)/u);
    }
  });

  it('name a part only as a possibility', () => {
    for (const { text } of writing.knownSpeaks) expect(text).toMatch(/sounds like|may be|reminded of|Perhaps/u);
  });

  it('say in every introduction that this is software', () => {
    for (const { text } of introductions.introductions) {
      expect(text).toMatch(/software|program/u);
      expect(text.match(/[.?]/gu)).toHaveLength(1);
    }
  });

  it('have words for every place one can have got to', () => {
    for (const words of Object.values(placeWords)) expect(words).toMatch(/^[a-z]/u);
  });
});
