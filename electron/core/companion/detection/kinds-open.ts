import type { PartKind } from './part-kind.ts';

/** Kinds whose words name a part well without saying what its job is. */
export const openKinds: readonly PartKind[] = [
  {
    role: 'unknown',
    name: 'The Tired One',
    words: 'tired exhausted weary worn-out knackered sleepy drained lie-down nap rest resting sleep shattered',
    agents: '',
  },
  { role: 'unknown', name: 'The Relieved One', words: 'relieved relief glad thankful grateful', agents: '' },
  {
    role: 'unknown',
    name: 'The Quiet One',
    words: 'quiet silent still hums hum silence watching shy',
    agents: 'observer watcher witness onlooker bystander narrator',
  },
  {
    role: 'unknown',
    name: 'The Excited One',
    words: 'excited thrilled delighted joyful buzzing happy moon giddy eager',
    agents: 'enthusiast',
  },
  { role: 'unknown', name: 'The Hopeful One', words: 'hopeful hope optimistic trusting', agents: 'optimist dreamer' },
  {
    role: 'unknown',
    name: 'The Playful One',
    words: 'play playful dance dances dancing sing sings silly fun amused cheeky mischievous',
    agents: 'dancer singer',
  },
  { role: 'unknown', name: 'The Curious One', words: 'curious interested wondering intrigued explore', agents: 'explorer adventurer' },
  { role: 'unknown', name: 'The Stubborn One', words: 'stubborn budge adamant', phrases: ['rather (?:eat|die|chew|walk)'], agents: 'mule' },
  {
    role: 'unknown',
    name: 'The Creative One',
    words: 'create creative write writes paint draw music build',
    agents: 'artist writer poet maker creator musician',
  },
  { role: 'unknown', name: 'The Reluctant One', words: 'reluctant hates unwilling dislikes loathes resists', agents: '' },
  { role: 'unknown', name: 'The Reaching One', words: 'leans reach reaches reaching open opens close closer', agents: '' },
  { role: 'unknown', name: 'The Unsure One', words: 'unsure uncertain confused torn undecided ambivalent wobbly', agents: 'fence-sitter' },
  { role: 'unknown', name: 'The Heavy One', words: 'heavy dull grey gray weight lead dark', agents: '' },
  { role: 'unknown', name: 'The Content One', words: 'content okay fine ok', agents: '' },
  { role: 'unknown', name: 'The Romantic', words: 'romantic wedding marry', agents: 'romantic lover' },
];
