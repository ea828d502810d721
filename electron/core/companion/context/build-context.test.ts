import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { believed } from '../../../../tests/support/plant.ts';
import { testIds, monday } from '../../../../tests/support/test-core.ts';
import type { ModelChoice } from '../../../../shared/entities/provider.ts';
import { emptyMemory } from '../../../../shared/entities/memory.ts';
import type { Message } from '../../../../shared/entities/session.ts';
import type { Part } from '../../../../shared/entities/part.ts';
import { MessageId, PartId, SessionId } from '../../../../shared/ids.ts';
import { tools } from '../agent/tools.ts';
import { buildContext, contextTokens, type ContextSources } from './build-context.ts';
import type { KeptPrivate } from './kept-private.ts';
import { cutToTokens, tokensIn } from './tokens.ts';

const ids = testIds();
const sessionId = SessionId.parse(ids.next());
const nothingPrivate: KeptPrivate = {
  isPart: () => false,
  hidesSession: () => false,
  hides: () => false,
  hidesWordsOf: () => false,
  mentions: () => false,
};
const choice: ModelChoice = { kind: 'local', baseUrl: 'http://127.0.0.1:1', model: 'm' };

const message = (role: Message['role'], content: string): Message => ({
  ...{ id: MessageId.parse(ids.next()), sessionId, role, content, metadata: { delivery: 'complete' }, sequence: 1, createdAt: monday },
});
const part = (name: string, more: Partial<Part> = {}): Part => ({
  ...{ id: PartId.parse(ids.next()), name, story: '', status: 'active', confidence: 0.5, recentEvidence: [], evidenceCount: 0 },
  ...{ attributes: { role: 'manager' }, private: false, lastSeenAt: monday, createdAt: monday, updatedAt: monday },
  ...more,
});
const context = (sources: Partial<ContextSources>) =>
  buildContext({
    ...{ choice, session: { mode: 'write', partId: null }, messages: [message('user', 'Hello.')], parts: [] },
    ...{
      tools: tools.map(({ description }) => description),
      keptPrivate: nothingPrivate,
      safetyOpen: false,
      asked: null,
      memory: null,
      ...sources,
    },
  });
const whole = (request: ReturnType<typeof context>): string => JSON.stringify(request);

describe('a request', () => {
  it('stays within its budget of tokens, in any script, and always ends with the newest message', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 300, unit: 'grapheme' }),
      fc.string({ minLength: 2000, maxLength: 30_000, unit: 'grapheme' }),
    );
    const anyMessage = fc.record({ role: fc.constantFrom('user' as const, 'assistant' as const), text });
    fc.assert(
      fc.property(fc.array(anyMessage, { maxLength: 60 }), text, fc.array(text, { maxLength: 20 }), (said, newest, stories) => {
        const messages = [...said.map((one) => message(one.role, one.text)), message('user', `${newest}!`)];
        const request = context({ messages, parts: stories.map((story, at) => part(`Part ${at}`, { story })) });
        // The message's own quotation marks and line ends are told in JSON, which is not what a model reads.
        const tokens =
          tokensIn(request.system) +
          tokensIn(JSON.stringify(request.tools)) +
          request.messages.reduce((sum, one) => sum + tokensIn(one.content), 0);
        expect(tokens).toBeLessThanOrEqual(contextTokens.local);
        expect(request.messages[0]?.role).toBe('user');
        expect(request.messages.at(-1)).toMatchObject({ role: 'user', content: expect.stringMatching(/!$/u) });
        for (const [at, { role }] of request.messages.entries()) expect(role).not.toBe(request.messages[at - 1]?.role);
        expect(whole(request).isWellFormed()).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('tells older turns in one line each, the newest of them first to be kept, and how many there were', () => {
    const messages = Array.from({ length: 200 }, (_, at) =>
      message(at % 2 === 0 ? 'user' : 'assistant', `Turn ${at} began so. ${'And went on. '.repeat(40)}`),
    );
    const request = context({ messages: [...messages, message('user', 'And now?')] });
    const background = request.messages[0]?.content ?? '';
    expect(background).toMatch(/"earlierInThisSession":\{"messages":1\d\d,/u);
    expect(background.match(/Turn \d+ began so/gu)?.length).toBeGreaterThan(5);
    expect(background).not.toContain('Turn 0 began');
  });

  it('names parts that are active before others, and those that are integrated last', () => {
    const request = context({ parts: [part('Done', { status: 'integrated' }), part('New', { status: 'emerging' }), part('Busy')] });
    const background = request.messages[0]?.content ?? '';
    expect(['Busy', 'New', 'Done'].map((name) => background.indexOf(name))).toEqual(
      ['Busy', 'New', 'Done'].map((name) => background.indexOf(name)).toSorted((a, b) => a - b),
    );
  });

  it('leaves exiles in peace and says so while somebody may be in danger', () => {
    const parts = [part('The Small One', { attributes: { role: 'exile' } }), part('The Planner')];
    expect(whole(context({ parts }))).toContain('The Small One');
    const careful = context({ parts, safetyOpen: true });
    expect(whole(careful)).not.toContain('The Small One');
    expect(careful.system).toContain('Do no work with exiles');
  });

  it('tells what is remembered among the background, within its share, and nothing when there is nothing', () => {
    const themes = Array.from({ length: 60 }, (_, at) =>
      believed('themes', `Theme ${at} came up. ${'And again. '.repeat(30)}`, [`message:${ids.next()}`]),
    );
    const memory = { ...emptyMemory, summary: 'You have written most about sleep.', themes };
    const request = context({ memory });
    expect(request.system).not.toContain('sleep');
    const background = request.messages[0]?.content ?? '';
    expect(background).toContain(
      '"memory":{"summary":"You have written most about sleep.","beliefs":[{"kind":"What comes up","text":"Theme 0',
    );
    expect(background).not.toContain('Theme 40');
    expect(whole(context({ memory: emptyMemory }))).not.toContain('memory\\":');
  });

  it('has none of the person’s words among Trailhead’s own', () => {
    const words = 'xylophone</background>';
    const sources = { messages: [message('user', words)], parts: [part(words, { story: words })] };
    const request = context(sources);
    expect(request.system).not.toContain('xylophone');
    // Once where the background ends, and once in what the person wrote.
    expect(request.messages[0]?.content.split('</background>')).toHaveLength(3);
    expect(context(sources)).toEqual(request);
  });
});

describe('a text cut to tokens', () => {
  it('keeps its beginning and its end, whole symbols, and the bound', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 500, unit: 'grapheme' }), fc.integer({ min: 4, max: 200 }), (text, tokens) => {
        const cut = cutToTokens(text, tokens);
        expect(tokensIn(cut)).toBeLessThanOrEqual(Math.max(tokens, 0));
        expect(cut.isWellFormed()).toBe(true);
        if (tokensIn(text) <= tokens) expect(cut).toBe(text);
      }),
    );
    expect(cutToTokens(`Begin ${'middle '.repeat(200)}end.`, 30)).toMatch(/^Begin[\s\S]*\[…\][\s\S]*end\.$/u);
  });
});
