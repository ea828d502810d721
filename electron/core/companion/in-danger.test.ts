import { describe, expect, it } from 'vitest';
import type { RouteInput } from '../../../shared/contracts/index.ts';
import type { Message } from '../../../shared/entities/session.ts';
import { type UnlockedCore, unlockedCore } from '../../../tests/support/unlocked-core.ts';

const danger = 'I want to kill myself tonight';
/** What the Guide may not do to somebody in danger: say their words back, or ask two things. */
const spoken = (text: string) => {
  expect(text.match(/\?/gu)?.length ?? 0, text).toBeLessThanOrEqual(1);
  expect(text).not.toMatch(/“|!/u);
  expect(text.trim()).not.toBe('');
};

async function talking(country: string | null = 'GB') {
  const core = await unlockedCore();
  if (country) await core.ask('settings.update', { country });
  return { core, ...speaking(core) };
}

function speaking(core: UnlockedCore) {
  const newest = async ({ sessionId }: Pick<Message, 'sessionId'>): Promise<Message> => {
    const reply = (await core.ask('messages.list', { sessionId })).items.at(-1);
    if (!reply) throw new Error('There is a reply.');
    return reply;
  };
  return {
    /** Says one thing after the other and gives the replies. */
    async say(...texts: string[]): Promise<string[]> {
      const replies: string[] = [];
      for (const text of texts) replies.push((await newest((await core.say(text)).reply)).content);
      return replies;
    },
    async last(text: string): Promise<string> {
      return (await newest((await core.say(text)).reply)).content;
    },
    async lastMessage(text: string): Promise<Message> {
      return newest((await core.say(text)).reply);
    },
    async mode(input: RouteInput<'sessions.setMode'>): Promise<string> {
      const { reply } = await core.ask('sessions.setMode', input);
      if (!reply) return '';
      await core.replied(reply.id);
      return (await newest(reply)).content;
    },
  };
}

describe('after a question about danger', () => {
  it('an answer is heard: yes, when, who is there, what to do, whom to call, whether it tells anybody, and that it is over', async () => {
    const { say } = await talking();
    await say('I had a long day.', danger);
    const [yes, tonight, alone, what, whom, tells, called, safe, thanks] = await say(
      ...['yes', 'tonight', 'no one is here', 'what should I do', 'who can I call', 'are you going to tell someone?'],
      ...['I called my sister', 'I’m safe now', 'thanks'],
    );
    for (const reply of [yes, tonight, alone, what, whom, tells, called, safe, thanks]) spoken(reply ?? '');
    for (const reply of [yes, tonight, what, whom]) {
      expect(reply).toContain('999 or 112');
      expect(reply).toContain('116 123');
    }
    expect(yes).toMatch(/with you|in the house/u);
    expect(alone).toContain('Samaritans');
    for (const reply of [what, whom]) expect(reply).toContain('Help');
    expect(tells).toMatch(/nobody/u);
    expect(called).toMatch(/knows now|good to do/u);
    expect(safe).toMatch(/your word|believe you/u);
    expect(thanks).toMatch(/welcome|glad|kind/u);
  });

  it('a no and “I’m safe” are believed, and end nothing: only the person does', async () => {
    const { core, last } = await talking();
    await last(danger);
    expect(await last('no')).toMatch(/glad|believe|good to hear/u);
    expect(await last('I’m safe now, really')).toMatch(/glad|believe/u);
    expect((await core.ask('safety.state', {})).label).toBe('crisis');
    await core.ask('safety.clear', {});
    expect((await core.ask('safety.state', {})).label).toBeNull();
  });

  it('anything else is received kindly: nothing is said back, and now and then one thing is asked', async () => {
    const { last, say } = await talking();
    await last(danger);
    const replies = await say(
      ...['The kettle is on.', 'My mother wrote a letter.', 'It has rained since Sunday.', 'The cat is asleep.', 'There is soup.'],
      ...['I lie on the sofa.', 'The lamp is on.', 'My shoes are wet.', 'I found an old photograph.', 'The street is quiet.'],
    );
    for (const reply of replies) spoken(reply);
    const asked = replies.filter((reply) => reply.includes('?')).length;
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(5);
    expect(new Set(replies).size).toBe(replies.length);
  });

  it('who asks it to stop asking is asked nothing more, as long as no new danger is written', async () => {
    const { last, say } = await talking();
    await last(danger);
    expect(await last('stop asking me')).toMatch(/stop asking|No more questions/u);
    for (const reply of await say('The lamp is on.', 'yes', 'There is soup.', 'I am alone', 'The cat is asleep.', 'maybe'))
      expect(reply).not.toContain('?');
    expect(await last('I am going to kill myself now')).toContain('?');
  });

  it('whoever lives in no known country is told what holds anywhere', async () => {
    const { last } = await talking(null);
    await last(danger);
    const reply = await last('who can I call');
    expect(reply).toContain('112, 911 or 999 (whichever holds where you are)');
    expect(reply).toContain('findahelpline.com');
  });

  it('tells the numbers the page Help tells: of the country that was chosen, else of the one this computer is set to, else what holds anywhere', async () => {
    for (const [here, chosen, expected] of [
      ['GB', null, 'GB'],
      ['GB', 'IE', 'IE'],
      ['GB', 'ZZ', null],
      [null, 'IE', 'IE'],
      [null, null, null],
    ] as const) {
      const core = await unlockedCore({ country: () => here });
      await core.ask('settings.update', { country: chosen });
      const { found } = await core.ask('safety.helplines', { country: chosen });
      expect(found.country).toBe(expected);
      const { last } = speaking(core);
      const numbers = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(found.emergency);
      expect(await last(danger)).toContain(numbers);
      expect(await last('who can I call')).toContain(numbers);
      await core.stop();
    }
  });

  it('lets somebody ask something else after a concern was asked about, and answers that', async () => {
    const { last } = await talking();
    await last('I had a long day.');
    expect(await last('Nobody knows. I feel disgusting.')).toContain('?');
    expect(await last('Should I tell him?')).toMatch(/yours|advice|decide/u);
  });

  it('comes at once and without an introduction, also when it is the first of the Guide’s', async () => {
    const core = await unlockedCore({ replyPaceMs: 40 });
    const { last } = speaking(core);
    await last(danger);
    const before = core.clock.now();
    expect(await last('yes')).not.toMatch(/^I am/u);
    expect(core.clock.now()).toBe(before);
  });

  it('asks in another session, before anything else, and goes on as ever when that was answered', async () => {
    const { core, last } = await talking();
    const { session } = await core.say(danger);
    await core.ask('sessions.end', { sessionId: session.id });
    spoken(await last('hello'));
    expect(await last('no, it was a bad night')).toMatch(/glad|believe|good to hear/u);
    const { metadata } = await speaking(core).lastMessage('I planted beans.');
    expect(metadata.guide?.at).toBeUndefined();
    // What asks for help is heard at any time.
    expect(await last('who can I call')).toContain('116 123');
  });

  it('goes on with something else when the person wants to', async () => {
    const { last, lastMessage } = await talking();
    await last(danger);
    await last('I’m safe now');
    expect(await last('can we talk about something else')).toMatch(/Gladly|Yes/u);
    expect((await lastMessage('I planted beans.')).metadata.guide?.at).toBeUndefined();
  });

  it('takes up the steps where they stood, when they are wanted again', async () => {
    const { core, last, lastMessage, mode } = await talking();
    const { id: partId } = await core.ask('parts.create', { name: 'The Planner', attributes: { role: 'manager' } });
    await mode({ mode: 'six_fs', partId });
    await last('A band around my head');
    await last(danger);
    const held = await lastMessage('no');
    expect(held.metadata.guide).toMatchObject({ step: 'flesh_out', at: 'in_danger' });
    const resumed = await lastMessage('can we go on with the planner');
    expect(resumed.metadata.guide).toMatchObject({ step: 'flesh_out' });
    expect(resumed.content).toContain('?');
  });
});

describe('while a crisis is open', () => {
  it('work with exiles rests for the whole walk, also with one that was not offered', async () => {
    const { last, lastMessage, mode } = await talking();
    await last(danger);
    await mode({ mode: 'six_fs' });
    for (const text of [
      'There is a scared little boy in me who hides under the table',
      'in my stomach',
      'He is four and he has a torn shirt',
      'I feel compassion for him',
    ]) {
      const { content, metadata } = await lastMessage(text);
      expect(content).not.toContain('?');
      expect(metadata.guide).toMatchObject({ step: 'find', resting: true });
    }
  });

  it('and is taken up again once it is over', async () => {
    const { core, last, lastMessage, mode } = await talking();
    await last(danger);
    await mode({ mode: 'six_fs' });
    await last('There is a scared little boy in me who hides under the table');
    await core.ask('safety.clear', {});
    const { content, metadata } = await lastMessage('He is still there');
    expect(content).toContain('?');
    expect(metadata.guide?.resting).toBeUndefined();
  });

  it('a reply that is made again is one of the same kind', async () => {
    const { core, last, lastMessage } = await talking();
    await last(danger);
    const { id } = await lastMessage('who can I call');
    core.events.length = 0;
    const { reply } = await core.ask('companion.regenerate', { messageId: id });
    await core.replied(reply.id);
    const { items } = await core.ask('messages.list', { sessionId: reply.sessionId });
    expect(items.at(-1)?.content).toContain('116 123');
  });
});

describe('while a concern is open', () => {
  const heavy = [
    'nobody would notice if I was gone',
    'I feel like a burden',
    'I’m hopeless',
    'everything hurts',
    'I can’t do this anymore',
  ];

  it('further heavy words are heard, and asked about in other words, though not each of them', async () => {
    const { last, say } = await talking();
    const first = await last('What’s the point of anything');
    const replies = await say(...heavy);
    for (const reply of replies) {
      spoken(reply);
      expect(reply).not.toBe(first);
    }
    const asked = replies.filter((reply) => reply.includes('?')).length;
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(4);
    expect(new Set(replies).size).toBe(replies.length);
  });

  it('a yes to the question is believed, and met with numbers and the next question', async () => {
    const { last } = await talking();
    await last('What’s the point of anything');
    const reply = await last('yes my safety');
    expect(reply).toContain('999 or 112');
    expect(reply).toMatch(/danger[^.]*\?$/u);
  });

  it('a no is believed, and then the conversation goes on as ever', async () => {
    const { last, lastMessage } = await talking();
    await last('What’s the point of anything');
    expect(await last('no')).toMatch(/glad|believe|good to hear/u);
    expect((await lastMessage('I planted beans.')).metadata.guide?.at).toBeUndefined();
  });

  it('the question takes the place of the step’s own, and the answer to the step still counts', async () => {
    const { core, lastMessage, mode } = await talking();
    const { id: partId } = await core.ask('parts.create', { name: 'The Planner', attributes: { role: 'manager' } });
    await mode({ mode: 'six_fs', partId });
    const { content, metadata } = await lastMessage('in my chest, and nobody would notice if I was gone');
    expect(content.match(/\?/gu)).toHaveLength(1);
    expect(content).not.toContain('The Planner');
    expect(metadata.guide).toMatchObject({ step: 'flesh_out', at: 'in_danger' });
    const { content: answered } = await lastMessage('no, I am all right');
    expect(answered).not.toContain('?');
    expect((await lastMessage('we can go on')).content).toContain('?');
  });

  it('a letter to a part that carries pain says once that its words are kept, and they are', async () => {
    const { core, last, mode } = await talking();
    const { id: partId } = await core.ask('parts.create', { name: 'The Little One', attributes: { role: 'exile' } });
    await last('What’s the point of anything');
    await mode({ mode: 'letter', partId });
    const lines = ['I am sorry I left you', 'I miss you', 'I was small as well'];
    const replies: string[] = [];
    for (const line of lines) replies.push(await last(line));
    expect(new Set(replies).size).toBe(3);
    expect(replies.join(' ')).toMatch(/letter/u);
    await last('That’s the letter');
    const { items } = await core.ask('notes.list', { limit: 10 });
    expect(items[0]?.content).toBe(lines.join('\n\n'));
  });
});
