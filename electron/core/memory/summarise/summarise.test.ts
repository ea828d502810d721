import { describe, expect, it } from 'vitest';
import {
  foundIn,
  memoryOf,
  messageIdOf,
  sampleFlag,
  sampleMaterial,
  samplePart,
  sampleRelationship,
  sampleSessionId,
  textsIn,
} from '../../../../tests/support/sample-material.ts';
import { monday } from '../../../../tests/support/test-core.ts';
import { emptyMemory } from '../../../../shared/entities/memory.ts';
import { influenceOf } from './find-parts.ts';
import { summarise } from './summarise.ts';

const planner = samplePart(1, 'The Planner');
const sleeper = samplePart(2, 'The Sleeper');
const little = samplePart(3, 'Little Me');
const DAY = 86_400_000;

describe('a trigger', () => {
  it.each([
    ['When my boss emails I freeze. I wanted to disappear.', '“When my boss emails I freeze”', 'to disappear'],
    [
      'Whenever she sighs like that, I start apologising and I want to make it better for her.',
      '“Whenever she sighs like that, I start apologising and I want to make it better for her”',
      'to make it better for her',
    ],
    ['I go quiet whenever someone asks about my father.', '“I go quiet whenever someone asks about my father”', undefined],
    ['My chest tightens as soon as the phone rings.', '“My chest tightens as soon as the phone rings”', undefined],
    ['Loud voices make me want to hide.', '“Loud voices make me want to hide”', undefined],
    [
      'It was a fine day. But the minute the door closed, I burst into tears.',
      '“the minute the door closed, I burst into tears”',
      undefined,
    ],
    [
      'When the baby cries and she looks at me, part of me just goes numb.',
      '“When the baby cries and she looks at me, part of me just goes numb”',
      undefined,
    ],
    [
      'i snap every time he asks where i was. i just needed someone to ask how i am',
      '“i snap every time he asks where i was”',
      'someone to ask how i am',
    ],
  ])('is found in “%s”, with what was wanted', (text, words, wanted) => {
    const [trigger, ...others] = foundIn('triggers', [text]);
    expect(trigger).toMatchObject({ text: words, by: 'summariser', ...(wanted !== undefined && { wanted }) });
    expect(trigger?.wanted).toBe(wanted);
    expect(others).toEqual([]);
  });

  it.each([
    ['it no longer happens', 'When he calls I don’t freeze any more.'],
    ['somebody else said it', 'She laughed and said “when you email me I freeze”.'],
    ['it happens to somebody else', 'When he gets home she goes quiet and the dog hides.'],
    ['nothing happens', 'When I got home I made soup and read the paper.'],
    ['it is a question', 'Why is it that when he calls I freeze?'],
    ['it tells of long ago', 'When I was little I froze whenever. When I was seven I hid.'],
    ['it used to be so', 'When the phone rang I used to panic.'],
    [
      'it is done to somebody, keeps away or wears out',
      'Shouting at my son helped me. Threatening him helped me feel strong. Checking her phone calmed me. Driving fast at night helped me. Staying in bed all day helped.',
    ],
    ['it only points', 'That makes me sad.'],
  ])('is not found when %s', (_why, text) => {
    expect(textsIn('triggers', [text])).toEqual([]);
  });

  it.each([
    'I want to buy milk tomorrow.',
    'I wanted to go to the cinema on Saturday.',
    'I need to be at the dentist at nine.',
    'My sister came by. I needed to post a letter.',
    'I want him to fix the roof.',
    'I really wanted a new coat for the winter, and I need to find one.',
  ])('takes nothing as wanted from a next sentence that is about something else: “%s”', (next) => {
    expect(foundIn('triggers', [`When my boss emails I freeze. ${next}`])).toMatchObject([{ text: '“When my boss emails I freeze”' }]);
    expect(foundIn('triggers', [`When my boss emails I freeze. ${next}`])[0]).not.toHaveProperty('wanted');
  });

  it.each([
    ['I wanted to be somewhere else.', 'to be somewhere else'],
    ['All I want is for it to stop.', 'for it to stop'],
    ['And then I just want to hide under the desk.', 'to hide under the desk'],
    ['I needed somebody to say it was fine.', 'somebody to say it was fine'],
  ])('takes what was wanted from the next sentence where that goes on with it: “%s”', (next, wanted) => {
    expect(foundIn('triggers', [`When my boss emails I freeze. ${next}`])).toMatchObject([{ wanted }]);
  });

  it('is the same one in other words and another case', () => {
    const ids = ['When my boss emails I freeze.', 'whenever MY BOSS emails me, I shut down.', 'I panic when my boss emails'].map(
      (text) => foundIn('triggers', [text])[0]?.id,
    );
    expect(new Set(ids).size).toBe(1);
    expect(foundIn('triggers', ['When my mother emails I freeze.'])[0]?.id).not.toBe(ids[0]);
  });

  it('told twice in a session is one finding with both messages, and the session, as its sources', () => {
    const [trigger, ...others] = foundIn('triggers', ['When my boss emails I freeze.', 'Lunch.', 'Again: when my boss emails I freeze.']);
    expect(others).toEqual([]);
    expect(trigger?.sources).toEqual([`message:${messageIdOf(1)}`, `message:${messageIdOf(3)}`, `session:${sampleSessionId}`]);
    expect(trigger?.at).toBe(monday + 2 * 60_000);
  });

  it('is about the part that shows in the message', () => {
    expect(foundIn('triggers', [{ text: 'When the plan changes I panic.', shows: [planner] }])[0]?.parts).toEqual([planner.id]);
  });

  it('is cut between words when it is long, and says that it was', () => {
    const [text = ''] = textsIn('triggers', [`When my boss emails I freeze and ${'then I wait for a while '.repeat(20)}.`]);
    expect(text).toMatch(/^“When my boss emails I freeze .*\w…”$/u);
    expect(text.length).toBeLessThan(210);
  });
});

describe('a theme', () => {
  it.each([
    [['The meeting ran late again.', 'My boss stared at me the whole time.'], ['You wrote about work.']],
    [['Up at 3am, couldn’t sleep.'], ['You wrote about sleep.']],
    [['I feel so lonely tonight.'], ['You wrote about feeling lonely.']],
    [['Dad’s funeral was a year ago. I still grieve.'], ['You wrote about loss.']],
    [['Part of me is ashamed of how I ate.'], ['You wrote about feeling ashamed.']],
  ])('is found in %j', (told, texts) => {
    expect(textsIn('themes', told)).toEqual(texts);
  });

  it.each([
    ['a feeling that is denied', 'I’m not angry. I was never jealous.'],
    ['a feeling of somebody else', 'My sister was anxious about her exam, and he is sad, and their anger is theirs, not mine.'],
    [
      'a feeling on a screen',
      'We watched a film in which the captain was terrified, and it went on for hours and hours and hours without end.',
    ],
    ['one word of an area', 'I put my phone in the drawer.'],
    ['words in quotation marks', '“I am so lonely and afraid”, said the puppet to me.'],
  ])('is not %s', (_what, text) => {
    expect(textsIn('themes', [text])).toEqual([]);
  });

  it('is a name or a thing that keeps coming back, in the person’s own words', () => {
    const told = [
      'I saw Martha at the harbour.',
      'All day the harbour, and I thought of Martha.',
      'I will write to Martha. The harbour was grey.',
    ];
    expect(textsIn('themes', told)).toEqual(['“harbour” came up several times.', '“Martha” came up several times.']);
  });

  it('is not a part: parts are remembered by themselves', () => {
    const told = ['I heard Agnes today.', 'Then Agnes again.', 'And once more Agnes, all evening.'].map((text) => ({
      text,
      shows: [samplePart(9, 'Agnes')],
    }));
    expect(textsIn('themes', told)).toEqual([]);
  });

  it('that is known already needs to be touched but once', () => {
    const document = memoryOf(foundIn('themes', ['The meeting ran late.', 'My boss stared at me.']));
    const again = summarise({ document, material: sampleMaterial(['Another meeting.']) });
    expect(again.map(({ id }) => id)).toEqual([document.themes[0]?.id]);
    expect(textsIn('themes', ['Another meeting.'])).toEqual([]);
  });

  it('rests on its newest messages, three at most, and on the session', () => {
    const told = Array.from({ length: 6 }, () => 'My boss and the deadline.');
    expect(foundIn('themes', told)[0]?.sources).toEqual(
      [4, 5, 6].map((number) => `message:${messageIdOf(number)}`).concat(`session:${sampleSessionId}`),
    );
  });
});

describe('an open thread', () => {
  it.each([
    [
      'I want to come back to what happened on the bridge.',
      'You left this for another time: “I want to come back to what happened on the bridge”',
    ],
    ['I’m not ready to talk about the move yet.', 'You left this for another time: “I’m not ready to talk about the move yet”'],
    ['Let’s leave that for today.', 'You left this for another time: “Let’s leave that for today”'],
    ['I’ll call the doctor tomorrow.', 'You meant to do this: “I’ll call the doctor tomorrow”'],
    ['I need to send the form by Friday.', 'You meant to do this: “I need to send the form by Friday”'],
    ['I have to answer her by the end of the week.', 'You meant to do this: “I have to answer her by the end of the week”'],
    ['By tomorrow I need to decide about the flat.', 'You meant to do this: “By tomorrow I need to decide about the flat”'],
    ['I’m going to hand it in by the 12th.', 'You meant to do this: “I’m going to hand it in by the 12th”'],
    ['I want to clear the desk over the weekend.', 'You meant to do this: “I want to clear the desk over the weekend”'],
    ['I should ring her next Tuesday.', 'You meant to do this: “I should ring her next Tuesday”'],
    ['I keep meaning to write back to her.', 'You meant to do this: “I keep meaning to write back to her”'],
    ['Why do I always say yes?', 'You asked yourself: “Why do I always say yes?”'],
    ['I wonder whether the anger is really mine.', 'You asked yourself: “I wonder whether the anger is really mine”'],
  ])('is found in “%s”', (text, found) => {
    expect(textsIn('openThreads', [text])).toEqual([found]);
  });

  it.each([
    ['it is refused', 'I don’t want to come back to this. I never want to come back to that.'],
    ['it is asked of the companion', 'What do you think I should do? Can I ask something? Does that make sense to me?'],
    ['it is answered in the same breath', 'Why do I always say yes? Because I’m afraid of the silence.'],
    ['somebody else said it', 'He said “I want to come back to this next time”.'],
    ['nothing is left open', 'I called the doctor yesterday and went home. I want to sit by the river. I should stand by my friends.'],
  ])('is not found when %s', (_why, text) => {
    expect(textsIn('openThreads', [text])).toEqual([]);
  });
});

describe('a practice that helped', () => {
  it.each([
    ['Breathing slowly helped.', 'Breathing seems to help.'],
    ['Walking to the river calmed me down.', 'Walking seems to help.'],
    ['What helped was writing it all down.', 'Writing seems to help.'],
    ['I felt calmer after a long bath.', 'Warmth seems to help.'],
    ['It really helped to talk to my neighbour.', 'Talking to someone seems to help.'],
    ['After a swim, I felt lighter.', 'Swimming seems to help.'],
    ['Asking the critic for space helped a bit.', 'Asking a part for space seems to help.'],
    ['Holding the old stone grounds me.', 'It sounds as if this helps: “Holding the old stone grounds me”'],
  ])('is found in “%s”', (text, found) => {
    expect(textsIn('practices', [text])).toEqual([found]);
  });

  it.each([
    ['it did not help', 'Breathing didn’t help. Meditation never helps me. Walking hasn’t helped. Nothing helped. Yoga helped nobody.'],
    ['it is only supposed', 'A walk would help. I hoped that breathing helped. If breathing helps, fine. Maybe yoga helps.'],
    ['somebody else was helped', 'I helped my sister move. The music helped her sleep. He helped me.'],
    ['it is a question', 'Has breathing helped me?'],
    ['it harms', 'Wine helped. Cutting helped. Skipping dinner calmed me. A cigarette helped me.'],
    ['it only points', 'That helped. It helped.'],
    ['a part says it', ''],
  ])('is not remembered when %s', (why, text) => {
    const told = why === 'a part says it' ? [{ text: 'Walking helped me.', as: planner }] : [text];
    expect(textsIn('practices', told)).toEqual([]);
  });

  it('is one that a helpful insight was about; one that was rated low is not', () => {
    const insight = (value: number) =>
      sampleMaterial([], {
        kind: 'insight',
        session: null,
        source: `insight:${sampleSessionId}`,
        rating: { value, about: 'Try a slow breath before the meeting.' },
      });
    expect(summarise({ document: emptyMemory, material: insight(4) })).toMatchObject([
      { section: 'practices', text: 'Breathing seems to help.', sources: [`insight:${sampleSessionId}`] },
    ]);
    expect(summarise({ document: emptyMemory, material: insight(2) })).toEqual([]);
  });
});

describe('parts', () => {
  it('are remembered when they spoke, with how much they did of late', () => {
    const told = [
      { text: 'Lists again.', shows: [planner] },
      { text: 'More lists.', shows: [planner] },
      { text: 'Let me plan.', as: planner },
      'Tea.',
    ];
    expect(foundIn('parts', told)).toMatchObject([
      {
        text: 'The Planner has spoken more than once of late.',
        parts: [planner.id],
        influence: 0.49,
        sources: [1, 2, 3].map((number) => `message:${messageIdOf(number)}`).concat(`session:${sampleSessionId}`),
      },
    ]);
  });

  it('that were met without speaking are remembered as that', () => {
    const material = { parts: [little], sessionIs: { mode: 'letter', partId: little.id } } as const;
    expect(foundIn('parts', [{ text: 'Dear little one, I am here.', mode: 'letter' }], material)).toMatchObject([
      { text: 'You spent time with Little Me.', influence: 0 },
    ]);
  });

  it('that are gone are not', () => {
    expect(foundIn('parts', [{ text: 'Lists again.', shows: [planner] }], { parts: [] })).toEqual([]);
  });

  it('have an influence that grows with each message and halves its weight in a fortnight', () => {
    expect(influenceOf([], monday)).toBe(0);
    expect(influenceOf([monday], monday)).toBe(0.2);
    expect(influenceOf([monday - 14 * DAY], monday)).toBe(0.1);
    const ten = Array.from({ length: 10 }, () => monday);
    expect(influenceOf(ten, monday)).toBe(0.89);
    expect(influenceOf(ten, monday + 14 * DAY)).toBe(0.65);
    expect(influenceOf([monday + DAY], monday)).toBe(0.2);
  });

  it('keep the influence of what they said before', () => {
    const told = [{ text: 'Lists again.', shows: [planner] }];
    const before = new Map([[planner.id, Array.from({ length: 9 }, () => monday)]]);
    expect(foundIn('parts', told, { spokeBefore: before })[0]).toMatchObject({
      influence: 0.89,
      text: 'The Planner has spoken a lot of late.',
    });
  });

  it('that spoke on the same occasion show how they relate', () => {
    const relationships = [sampleRelationship(sleeper, planner, 'polarized', 1), sampleRelationship(planner, little, 'protector-exile', 2)];
    const both = [
      { text: 'One wants lists.', shows: [planner] },
      { text: 'The other sleeps.', shows: [sleeper] },
    ];
    expect(foundIn('relationships', both, { relationships })).toMatchObject([
      { text: 'It sounds as if The Planner and The Sleeper pull against each other.', parts: [planner.id, sleeper.id] },
    ]);
    expect(foundIn('relationships', both.slice(0, 1), { relationships })).toEqual([]);
    const guarding = [{ text: 'Lists, so that nobody sees.', shows: [planner, little] }];
    expect(textsIn('relationships', guarding, { relationships })).toEqual(['It sounds as if The Planner stands guard for Little Me.']);
  });

  it('speak for themselves: their lines are no theme, practice or view of the person’s own', () => {
    const told = [{ text: 'I am so ashamed of her. When she rests I panic. Next week I want to come back to the lists.', as: planner }];
    expect(textsIn('themes', told)).toEqual([]);
    expect(foundIn('triggers', told)).toMatchObject([{ text: 'The Planner said: “When she rests I panic”', parts: [planner.id] }]);
    expect(foundIn('openThreads', told)).toMatchObject([
      { parts: [planner.id], text: expect.stringMatching(/^The Planner left this for another time: “/u) },
    ]);
    expect(foundIn('triggers', ['When she rests I panic.'])[0]?.id).not.toBe(foundIn('triggers', told)[0]?.id);
  });

  it('of a check-in are those that were said to be there', () => {
    const material = sampleMaterial([], {
      ...{ kind: 'check_in', session: null, source: `check_in:${sampleSessionId}`, parts: [planner, sleeper], present: [sleeper.id] },
      words: ['I feel anxious.', 'Breathing helped.'],
    });
    const found = summarise({ document: emptyMemory, material });
    expect(found.map(({ text }) => text)).toEqual([
      'The Sleeper has spoken.',
      'You wrote about feeling anxious.',
      'Breathing seems to help.',
    ]);
    for (const { sources } of found) expect(sources).toEqual([`check_in:${sampleSessionId}`]);
  });
});

describe('a hard moment', () => {
  const hard =
    'I have the pills next to me and I want to die. When he shouts I hide. I’ll do it tomorrow. Breathing helped. Why do I go on?';

  it('is noted with its day and quotes nothing', () => {
    const flags = [sampleFlag('crisis', monday), sampleFlag('concern', monday + 60_000)];
    expect(foundIn('safetyNotes', [hard], { safetyFlags: flags })).toMatchObject([
      { text: 'A hard moment was noticed on 2 March 2026.', sources: [`session:${sampleSessionId}`], at: monday + 60_000 },
    ]);
  });

  it('that the person said has passed is told so', () => {
    expect(textsIn('safetyNotes', [hard], { safetyFlags: [sampleFlag('concern', monday, { clearedAt: monday + DAY })] })).toEqual([
      'A hard moment was noticed on 2 March 2026. You said later that it had passed.',
    ]);
  });

  it('is on the day it was where the person lives', () => {
    const late = Date.UTC(2026, 2, 2, 23, 30);
    expect(textsIn('safetyNotes', [], { safetyFlags: [sampleFlag('crisis', late)], timeZone: 'Europe/Paris' })).toEqual([
      'A hard moment was noticed on 3 March 2026.',
    ]);
  });

  it('gives no words to any other belief, with a flag or without one', () => {
    const harmless = 'The parcel came. I’ll do it tomorrow.';
    for (const [told, flags] of [
      [hard, []],
      [harmless, [sampleFlag('crisis', monday, { messageId: messageIdOf(1) })]],
    ] as const) {
      const found = summarise({ document: emptyMemory, material: sampleMaterial([told], { safetyFlags: flags }) });
      for (const { text, section } of found) if (section !== 'safetyNotes') expect(text).not.toMatch(/“/u);
      expect(found.map(({ section }) => section)).not.toContain('openThreads');
    }
    expect(textsIn('openThreads', [harmless])).toHaveLength(1);
  });
});

describe('nothing is found', () => {
  const told = [{ text: 'When my boss emails I freeze. I feel sad. Breathing helped. Why do I say yes?', shows: [planner] }];

  it('in a session of which nothing may be remembered', () => {
    const material = sampleMaterial(told, { sessionIs: { remembered: false }, safetyFlags: [sampleFlag('concern', monday)] });
    expect(summarise({ document: emptyMemory, material })).toEqual([]);
    expect(summarise({ document: emptyMemory, material: sampleMaterial(told) })).not.toEqual([]);
  });

  it('in what a companion said', () => {
    expect(
      summarise({ document: emptyMemory, material: sampleMaterial(told.map(({ text }) => ({ text, by: 'assistant' as const }))) }),
    ).toEqual([]);
  });

  it('in a letter but that it was written', () => {
    const letter = told.map(({ text }) => ({ text, mode: 'letter' as const }));
    expect(summarise({ document: emptyMemory, material: sampleMaterial(letter) })).toEqual([]);
  });

  it('in an empty session, and in one that is gone', () => {
    expect(summarise({ document: emptyMemory, material: sampleMaterial([]) })).toEqual([]);
    expect(summarise({ document: emptyMemory, material: sampleMaterial([], { session: null }) })).toEqual([]);
  });
});
