import { describe, expect, it } from 'vitest';
import { asksForMemory } from './memory-questions.ts';

describe('asking what is remembered', () => {
  it.each([
    'What do you remember about me?',
    'what do you remember',
    'So, what do you actually remember about me so far?',
    'What do you know about me?',
    'What have you learned about me by now?',
    'What did you keep of me?',
    'Do you remember me?',
    'Do you still remember anything about me?',
    'do you remember what I told you?',
    'Do you remember our last session?',
    'Tell me what you remember about me.',
    'Can you tell me everything you remember?',
    'Tell me what you know about me, please',
    'What have you remembered?',
    'What have you remembered so far?',
    'So what have you kept about me?',
    'What did you remember from last session?',
    'What do you know of me?',
    'What do you have on me?',
    'What things do you know about me?',
    'Do you know anything about me?',
    'Have you remembered anything?',
    'What’s in your memory?',
    'Show me your memory.',
    'Hello. What do you remember of what I wrote?',
  ])('is recognised: %s', (text) => expect(asksForMemory(text)).toBe(true));

  it.each([
    'What do you think?',
    'What do you notice?',
    'What do you know about grief?',
    'I asked her: what do you remember about me? She only shrugged, and we both looked out of the window for a long while.',
    'I remember my father.',
    'What have you noticed?',
    'What have you done?',
    'My memory of that day is grey.',
    'Do you remember the lighthouse, I asked my brother.',
    'I know what you mean.',
    'What do you remember about the summer we moved?',
  ])('is not heard in: %s', (text) => expect(asksForMemory(text)).toBe(false));
});
