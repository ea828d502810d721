import type { TableWriter } from '../../../electron/core/db/owner-scope.ts';
import { systemIds } from '../../../electron/core/node-ports.ts';
import { keptConfidence } from '../../../electron/core/parts/confidence.ts';
import { recentOf } from '../../../electron/core/parts/part-repository.ts';
import { titleFrom } from '../../../electron/core/sessions/session-title.ts';
import { digestOfWords } from '../../../electron/core/proposals/proposal-repository.ts';
import type { Evidence, PartRole, PartStatus } from '../../../shared/entities/part.ts';
import { EvidenceId, MessageId, PartId, ProposalId, SessionId, type UserId } from '../../../shared/ids.ts';

const DAY = 86_400_000;

type Told = { name: string; role: PartRole; status: PartStatus; hue?: number; emoji?: string; words: [daysAgo: number, quote: string][] };

/** An invented journal of some weeks: enough for screens to look lived in. Nobody's real words. */
const told: Told[] = [
  {
    name: 'The Planner',
    role: 'manager',
    status: 'active',
    emoji: '🗂️',
    words: [
      [1, 'Part of me had the whole week in a spreadsheet by seven'],
      [6, 'The Planner was loud again before I had my tea'],
      [15, 'one part keeps rewriting tomorrow so that nothing can go wrong'],
      [23, 'a part of me counts the hours until the visit and what is left to do'],
    ],
  },
  {
    name: 'The Small One',
    role: 'exile',
    status: 'acknowledged',
    words: [
      [2, 'there is a small one behind the door who waits to be asked in'],
      [11, 'something very young in me thinks it was my fault that they left early'],
    ],
  },
  {
    name: 'The Off Switch',
    role: 'firefighter',
    status: 'emerging',
    words: [[3, 'another part just pulled the plug and I watched four hours of people restoring clocks']],
  },
  { name: 'The Quiet Grey', role: 'unknown', status: 'emerging', words: [[4, 'a part, sort of grey, sits at the back and says nothing']] },
  {
    name: 'The Harbour Pilot',
    role: 'manager',
    status: 'integrated',
    hue: 200,
    emoji: '⚓',
    words: [
      [20, 'the part that used to steer everything only points now, and that is enough'],
      [31, 'one side of me wants to hold the wheel in every conversation'],
      [38, 'a part of me steers my sister away from the subject every single time'],
    ],
  },
];

const openings = [
  'Long day, and the bus was late.',
  'Slept badly, then rain all morning.',
  'Lunch with Dana was kinder than I expected.',
  'The visit is on Saturday and I have said yes.',
  'Quiet Sunday, nobody rang.',
  'They moved the deadline again.',
  'Walked home along the canal.',
];

/** Fills a profile with the told journal, as it would be after some weeks. `now` is when the story is looked at. */
export function fillStory(table: TableWriter, userId: UserId, now: number): void {
  let sequence = 0;
  const message = (
    sessionId: SessionId,
    role: 'user' | 'assistant',
    content: string,
    createdAt: number,
    id = MessageId.parse(systemIds.next()),
  ) => {
    sequence += 1;
    table('messages').insert({ id, sessionId, userId, role, content, metadata: { delivery: 'complete' }, createdAt, sequence });
    return id;
  };
  const written = told
    .flatMap((part) => part.words.map(([daysAgo, quote]) => ({ part, daysAgo, quote })))
    .toSorted((a, b) => b.daysAgo - a.daysAgo);
  const evidence = new Map<Told, Evidence[]>();
  for (const { part, daysAgo, quote } of written) {
    const at = now - daysAgo * DAY;
    const sessionId = SessionId.parse(systemIds.next());
    const text = `${openings[sequence % openings.length]} ${quote[0]?.toUpperCase()}${quote.slice(1)}. I made soup and went to bed early.`;
    table('sessions').insert({
      id: sessionId,
      userId,
      title: titleFrom(text),
      status: 'ended',
      startedAt: at,
      endedAt: at + 1_800_000,
      metadata: {},
    });
    const messageId = message(sessionId, 'user', text, at);
    message(sessionId, 'assistant', `I hear “${quote}”. When does it usually turn up?`, at + 60_000);
    const found = text.includes(quote) ? quote : `${quote[0]?.toUpperCase()}${quote.slice(1)}`;
    const piece: Evidence = {
      id: EvidenceId.parse(systemIds.next()),
      kind: 'direct_mention',
      quote: found,
      sessionId,
      messageId,
      observedAt: at,
    };
    evidence.set(part, [...(evidence.get(part) ?? []), piece]);
  }
  for (const part of told) {
    const pieces = evidence.get(part) ?? [];
    const id = PartId.parse(systemIds.next());
    const newest = Math.max(...pieces.map(({ observedAt }) => observedAt));
    table('parts').insert({
      id,
      userId,
      name: part.name,
      story: '',
      status: part.status,
      confidenceScore: keptConfidence(pieces, null),
      recentEvidence: recentOf(pieces),
      attributes: { role: part.role, ...(part.emoji && { emoji: part.emoji }), ...(part.hue !== undefined && { hue: part.hue }) },
      createdAt: Math.min(...pieces.map(({ observedAt }) => observedAt)),
      updatedAt: newest,
    });
    for (const piece of pieces) table('partEvidence').insert({ ...piece, userId, partId: id });
  }
  tellToday(table, userId, now, message);
}

/** The running session: one answered suggestion, one that is open. */
function tellToday(
  table: TableWriter,
  userId: UserId,
  now: number,
  message: (sessionId: SessionId, role: 'user' | 'assistant', content: string, createdAt: number, id?: MessageId) => MessageId,
): void {
  const sessionId = SessionId.parse(systemIds.next());
  table('sessions').insert({ id: sessionId, userId, title: null, status: 'active', startedAt: now - 900_000, endedAt: null, metadata: {} });
  message(sessionId, 'user', 'Rehearsed the talk twice in the kitchen. The cat was a fair audience.', now - 880_000);
  message(sessionId, 'assistant', 'Thank you for writing that down. What stands out most as you read it again?', now - 870_000);
  const id = MessageId.parse(systemIds.next());
  const text = 'That I sped up at the end. Part of me wants to nail this talk, but another part just wants to hide.';
  const quotes: [string, string, PartRole, number][] = [
    ['Part of me wants to nail this talk', 'The Achiever', 'manager', 0.85],
    ['another part just wants to hide', 'The Hider', 'exile', 0.63],
  ];
  message(sessionId, 'user', text, now - 600_000, id);
  const marks = quotes.map(([quote, name, role, confidence]) => {
    const proposalId = ProposalId.parse(systemIds.next());
    table('proposals').insert({
      id: proposalId,
      userId,
      kind: 'part',
      state: 'open',
      name,
      role,
      quote,
      wordsDigest: digestOfWords(quote),
      confidence,
      sessionId,
      messageId: id,
      partId: null,
      relationshipId: null,
      ...{ fromPartId: null, toPartId: null, relationshipType: null, polarizationLevel: null },
      createdAt: now - 600_000,
      updatedAt: now - 600_000,
    });
    return { start: text.indexOf(quote), end: text.indexOf(quote) + quote.length, role, proposalId };
  });
  table('messages').update(id, { metadata: { delivery: 'complete', marks } });
  message(
    sessionId,
    'assistant',
    'It sounds as if two sides of you are speaking: “Part of me wants to nail this talk”, and “another part just wants to hide”. Which of them feels closer right now?\n\nWhat I noticed stands as a suggestion under your words. Give it a name of your own, keep it, or set it aside; nothing is added unless you say so.',
    now - 590_000,
  );
}
