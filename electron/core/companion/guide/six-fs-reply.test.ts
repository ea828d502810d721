import { describe, expect, it } from 'vitest';
import { guideSteps, openSteps } from '../../../../shared/entities/guide.ts';
import type { GuideState } from '../../../../shared/entities/session.ts';
import { MessageId } from '../../../../shared/ids.ts';
import { conversation, ids, noticedIn, ownSentences, planner } from '../../../../tests/support/guide-conversation.ts';

describe('the six Fs', () => {
  const stepsOf = (talk: ReturnType<typeof conversation>) => talk.replies.map(({ state }) => state.step);

  it('lead a known part from where it is noticed to what it fears, and say back what was found', () => {
    const talk = conversation({ mode: 'six_fs', part: planner });
    talk.say({ move: { kind: 'begin' } });
    for (const text of [
      'A band around my head',
      'A clerk with cold hands',
      'Curious, and a bit sorry for it',
      'It wants nothing to go wrong',
      'That we would be sent away',
    ])
      talk.say({ text });
    expect(stepsOf(talk)).toEqual(['focus', 'flesh_out', 'feel_toward', 'befriend', 'fear', 'close']);
    expect(talk.replies.at(-1)?.text).toContain('“That we would be sent away”');
    expect(talk.replies.at(-1)?.text).toContain('The Planner');
    expect(Object.keys(talk.replies.at(-1)?.state.learned ?? {})).toEqual(['focus', 'flesh_out', 'feel_toward', 'befriend', 'fear']);
    for (const { text } of talk.replies.slice(0, -1)) expect(text).toContain('?');
  });

  it('find a part in the words it begins with, or ask for one', () => {
    const words = 'a part of me checks everything twice';
    expect(conversation({ mode: 'six_fs' }).say({ text: words, noticed: [noticedIn(words)] }).state).toMatchObject({ step: 'focus' });
    expect(conversation({ mode: 'six_fs' }).say({ text: 'Hello' }).state).toMatchObject({ step: 'find' });
  });

  it('go back when another part speaks, ask it for space, and then ask again', () => {
    const talk = conversation({ mode: 'six_fs', part: planner });
    talk.say({ move: { kind: 'go_to', step: 'feel_toward' } });
    expect(talk.say({ text: 'I am annoyed with all its lists' }).text).toContain('“I am annoyed with all its lists”');
    talk.say({ text: 'Yes, it stepped aside' });
    talk.say({ text: 'Now I am curious' });
    expect(stepsOf(talk)).toEqual(['feel_toward', 'unblend', 'feel_toward', 'befriend']);
  });

  it('get to know the part that gives no space', () => {
    const talk = conversation({ mode: 'six_fs', part: planner });
    talk.say({ move: { kind: 'go_to', step: 'feel_toward' } });
    for (const text of ['annoyed', 'no', 'it refuses']) talk.say({ text });
    expect(stepsOf(talk)).toEqual(['feel_toward', 'unblend', 'unblend', 'focus']);
    const { state, text } = talk.replies.at(-1) ?? {};
    expect(state?.partId).toBeUndefined();
    expect(text).not.toContain('The Planner');
  });

  it('put a question twice, then leave it open', () => {
    const talk = conversation({ mode: 'six_fs', part: planner });
    talk.say({ move: { kind: 'begin' } });
    talk.say({ text: 'I don’t know' });
    talk.say({ text: 'no idea' });
    expect(stepsOf(talk)).toEqual(['focus', 'focus', 'flesh_out']);
  });

  it('have a question at every step, thirty times over', () => {
    for (const step of openSteps.filter((one) => one !== 'close')) {
      const talk = conversation({ mode: 'six_fs', part: planner });
      for (let at = 0; at < 34; at += 1) expect(talk.say({ move: { kind: 'go_to', step } }).text).toContain('?');
    }
  });

  it('call a part that has no name what the person calls it', () => {
    const talk = conversation({ mode: 'six_fs' });
    talk.say({ move: { kind: 'begin' } });
    for (const text of ['The critic!', 'In my throat', 'Tight and grey']) expect(talk.say({ text }).text).toContain('the critic');
    expect(talk.say({ text: 'which part are we talking about?' }).text).toContain('the critic');
  });

  it('name the part in the first question of a walk that is begun while another is under way', () => {
    for (let turn = 0; turn < 12; turn += 1) {
      const talk = conversation({ mode: 'six_fs', part: planner });
      for (let at = 0; at < turn; at += 1) talk.say({ move: { kind: 'go_to', step: 'focus' } });
      expect(talk.say({ move: { kind: 'begin' } }).text).toContain('The Planner');
    }
  });

  it('leave out what would end a sentence in the name of a part', () => {
    const odd = { ...planner, name: 'What about me?' };
    const { text } = conversation({ mode: 'six_fs', part: odd }).say({ move: { kind: 'begin' } });
    expect(text).toMatch(/What about me\b/iu);
    expect(text.match(/\?/gu)).toHaveLength(1);
  });

  it('answer what is asked back, and ask again in other words', () => {
    const talk = conversation({ mode: 'six_fs', part: planner });
    const asked = talk.say({ move: { kind: 'begin' } }).text;
    const answer = talk.say({ text: 'I don’t understand the question' });
    expect(answer.state).toMatchObject({ step: 'focus' });
    expect(answer.state.learned).toBeUndefined();
    expect(answer.text).toMatch(/notice|attention|place/u);
    expect(answer.text).not.toContain('“');
    expect(ownSentences(answer.text).filter((sentence) => ownSentences(asked).includes(sentence))).toEqual([]);
    // However often it is asked, it stays with this question.
    for (let at = 0; at < 12; at += 1) expect(talk.say({ text: 'what do you mean?' }).state.step).toBe('focus');
  });

  it('take an objection and a no as what they are, and not as answers', () => {
    const talk = conversation({ mode: 'six_fs', part: planner });
    talk.say({ move: { kind: 'go_to', step: 'flesh_out' } });
    const objected = talk.say({ text: 'Who are you to ask me that?' });
    expect(objected.state).toMatchObject({ step: 'unblend' });
    expect(objected.text).not.toContain('“');
    talk.say({ move: { kind: 'go_to', step: 'fear' } });
    const declined = talk.say({ text: 'no way' });
    expect(declined.state).toMatchObject({ step: 'close' });
    expect(declined.state.learned?.fear).toBeUndefined();
    expect(declined.text).not.toContain('no way');
  });

  it('slow down when it hurts: ground, stop or go on, as the person says', () => {
    const hurt = () => {
      const talk = conversation({ mode: 'six_fs', part: planner });
      talk.say({ move: { kind: 'go_to', step: 'fear' } });
      expect(talk.say({ text: 'it hurts' }).state).toMatchObject({ step: 'fear', at: 'pause_offer' });
      return talk;
    };
    const grounded = hurt();
    expect(grounded.say({ text: 'grounding please' }).text).toMatch(/feet|hand|cool|chair/u);
    expect(grounded.say({ text: 'go on' }).state).toMatchObject({ step: 'fear' });
    expect(grounded.replies.at(-1)?.state.at).toBeUndefined();
    expect(grounded.replies.at(-1)?.text).toContain('?');
    expect(hurt().say({ text: 'I want to stop' }).state).toMatchObject({ step: 'fear', at: 'left' });
    const heard = hurt();
    expect(heard.say({ text: 'mum left me' })).toMatchObject({
      state: { at: 'pause_offer' },
      text: expect.stringContaining('“mum left me”'),
    });
  });

  it('do not go on with nobody: who finds no part is helped to find one', () => {
    const talk = conversation({ mode: 'six_fs' });
    talk.say({ move: { kind: 'begin' } });
    for (let at = 0; at < 4; at += 1) expect(talk.say({ text: 'I don’t know' }).state.step).toBe('find');
    expect(talk.say({ move: { kind: 'skip' } }).state.step).toBe('focus');
  });

  it('ask for a little distance when somebody is the part themselves', () => {
    const talk = conversation({ mode: 'six_fs', part: planner });
    talk.say({ move: { kind: 'begin' } });
    const { state, text } = talk.say({ text: 'I am blended with it' });
    expect(state.step).toBe('feel_toward');
    expect(text).not.toContain('“');
    expect(talk.say({ text: 'from there I feel for it' }).state.step).toBe('befriend');
  });

  it('hear both when somebody is open and fed up at once', () => {
    const talk = conversation({ mode: 'six_fs', part: planner });
    talk.say({ move: { kind: 'go_to', step: 'feel_toward' } });
    talk.say({ text: 'fed up with it' });
    talk.say({ text: 'Okay, it stepped back' });
    const both = talk.say({ text: 'I’m a bit curious now, though also annoyed' });
    expect(both.state).toMatchObject({ step: 'unblend', rounds: 1 });
    expect(both.text).toMatch(/openness|kinder|open/u);
  });

  it('go on from their end: with another part, again, back, or with a word on what can be done', () => {
    const through = () => {
      const talk = conversation({ mode: 'six_fs', part: planner });
      talk.say({ move: { kind: 'go_to', step: 'fear' } });
      expect(talk.say({ text: 'That we are sent away' }).state.step).toBe('close');
      return talk;
    };
    const another = through().say({ text: 'Can I talk with another part' });
    expect(another).toMatchObject({ state: { step: 'find' }, text: expect.stringContaining('?') });
    expect(another.state.partId).toBeUndefined();
    expect(through().say({ text: 'can we do the first one again' }).state).toMatchObject({ step: 'focus', partId: planner.id });
    expect(through().say({ text: 'restart' }).state.step).toBe('focus');
    expect(through().say({ text: 'fear' }).state.step).toBe('fear');
    expect(through().say({ text: 'Focus' }).state.step).toBe('focus');
    expect(through().say({ text: 'can we go back' }).state.step).toBe('fear');
    expect(through().say({ text: 'what now?' }).text).toMatch(/another (?:part|one)/u);
    expect(through().say({ text: 'thank you' }).text).not.toContain('?');
    expect(through().say({ move: { kind: 'leave' } }).text).not.toMatch(/taken up again|keep the place|go on from here/u);
  });

  it('say a farewell, and do not ask on, when somebody has stopped', () => {
    const talk = conversation({ mode: 'six_fs', part: planner });
    talk.say({ move: { kind: 'begin' } });
    talk.say({ text: 'good night' });
    expect(talk.say({ text: 'thanks' })).toMatchObject({ state: { at: 'left' }, text: expect.stringMatching(/^[^?“]+$/u) });
  });

  it('say where the part they met stands as a suggestion, if it does', () => {
    const found = MessageId.parse(ids.next());
    const met = { messageId: found, quote: 'The critic', isOffered: true, partName: null };
    const talk = (more: Partial<typeof met>) => {
      const one = conversation({ mode: 'six_fs', met: { ...met, ...more } });
      one.say({ text: 'The critic' });
      return one.say({ move: { kind: 'go_to', step: 'close' } }).text;
    };
    expect(talk({})).toMatch(/suggestion.*“The critic”|“The critic”.*suggestion/u);
    expect(talk({ isOffered: false })).not.toContain('suggestion');
  });

  it('rest when they are left, and go on at the same place', () => {
    const talk = conversation({ mode: 'six_fs', part: planner });
    talk.say({ move: { kind: 'go_to', step: 'befriend' } });
    expect(talk.say({ text: 'Let’s stop here' })).toMatchObject({
      state: { step: 'befriend', at: 'left' },
      text: expect.not.stringContaining('?'),
    });
    expect(talk.say({ text: 'I am back' })).toMatchObject({ state: { step: 'befriend' }, text: expect.stringContaining('?') });
    expect(talk.replies.at(-1)?.state.at).toBeUndefined();
  });

  it('offer to go on where an earlier session stopped, and begin anew when that is not wanted', () => {
    const earlier: GuideState = { mode: 'six_fs', step: 'fear', partId: planner.id, used: [] };
    const going = conversation({ mode: 'six_fs', part: planner, earlier });
    expect(going.say({ move: { kind: 'begin' } }).text).toMatch(/The Planner.*what it fears.*\?/u);
    expect(going.say({ text: 'yes please' }).state).toMatchObject({ step: 'fear' });
    expect(going.say({ text: 'That nobody would eat' }).state.step).toBe('close');

    const anew = conversation({ mode: 'six_fs', part: planner, earlier });
    anew.say({ move: { kind: 'begin' } });
    expect(anew.say({ text: 'No, from the start' }).state.step).toBe('focus');

    const atOnce = conversation({ mode: 'six_fs', part: planner, earlier });
    atOnce.say({ move: { kind: 'begin' } });
    expect(atOnce.say({ text: 'It is afraid of being laughed at' }).state.step).toBe('close');
  });

  it('name a part that has no name by what the person called it, when they offer to go on', () => {
    const found = MessageId.parse(ids.next());
    const earlier: GuideState = { mode: 'six_fs', step: 'befriend', learned: { find: found }, used: [] };
    const talk = conversation({ mode: 'six_fs', earlier, words: [[found, 'The one who counts the stairs']] });
    expect(talk.say({ move: { kind: 'begin' } }).text).toContain('the one who counts the stairs');
    expect(talk.say({ text: 'yes' }).text).toMatch(/the one who counts the stairs/iu);
    // Its words were deleted: nothing is left to offer.
    expect(conversation({ mode: 'six_fs', earlier }).say({ move: { kind: 'begin' } }).state.step).toBe('find');
  });

  it('can be entered at every step', () => {
    for (const step of openSteps) expect(conversation({ mode: 'six_fs' }).say({ move: { kind: 'go_to', step } }).state.step).toBe(step);
    expect(openSteps.length).toBe(guideSteps.length - 1);
  });
});
