import { lines } from './line.ts';

/** That the companion is software, in one sentence. More of them than can fall into thirty replies, however slowly somebody writes. */
export const introductions = lines(
  'introduction',
  'I am the companion of this program: software that listens and asks, not a person and not a therapist.',
  'A word about me: I am software, and no person reads along here.',
  'As a reminder, this is a program on your computer, not a human being.',
  'I am still software, with no life outside of this window.',
  'It is a program that answers you here, and people may be better company for some of this.',
  'What you read here comes from software that follows rules and your own words.',
  'Behind these sentences is a program, and nobody but you is in the room.',
);
