import { lines } from './line.ts';

/**
 * What the Guide says when it only listens, and whenever everything else was said lately. There are more of these than replies in which a
 * sentence must not come again, and a reply has one at most: so there is one left at any time.
 *
 * They come after anything, also after the hardest sentence of somebody’s life, a birth, or a line of a letter. So none of them tells how much
 * time there is, that something is enough, worth staying with, or need not make sense.
 */
export const listening = lines(
  'listening',
  'I am listening.',
  'If there is more, there is room for it.',
  'Take the time you want.',
  'I am reading every word.',
  'That has a place here.',
  'You can say as much or as little as you like.',
  'What comes next can come at its own pace.',
  'I am still here.',
  'I see what you wrote.',
  'You can tell it in your own way.',
  'I am reading along.',
  'Write it in whatever way it comes.',
  'I have read that.',
  'You set the pace.',
  'I go on listening.',
  'You have my attention.',
  'I am staying with this.',
  'Thank you for putting it here.',
  'I keep that in view.',
  'You are heard.',
  'You can pause whenever you like.',
  'I have heard it.',
  'I read on with you.',
  'I am following.',
  'All of it may be here.',
  'Your words stay as you wrote them.',
  'I hear you.',
  'You can stop or go on, as you like.',
  'I take that in.',
  'You can go slowly.',
  'I read it slowly.',
  'What you wrote can stand as it is.',
  'There is no hurry here.',
  'I am with you as you write.',
  'Whatever you feel about it may be here, too.',
  'I stay with what you wrote.',
  'There is nothing you have to explain.',
  'This is a place to say it.',
);
