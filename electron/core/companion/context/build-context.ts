import type { ModelChoice } from '../../../../shared/entities/provider.ts';
import { type MemoryDocument, memorySectionTitles } from '../../../../shared/entities/memory.ts';
import type { Message, Session } from '../../../../shared/entities/session.ts';
import type { Part } from '../../../../shared/entities/part.ts';
import { STEP_TOKENS_MAX } from '../agent/agent-loop.ts';
import { stateIn } from '../guide/read-context.ts';
import type { ModelRequest, ToolDescription } from '../model.ts';
import { SAFETY_PROVIDER } from '../safety-reply.ts';
import type { KeptPrivate } from './kept-private.ts';
import { inTurns } from './remembered.ts';
import { systemPrompt } from './system-prompt.ts';
import { cutToTokens, tokensIn } from './tokens.ts';

/**
 * Tokens a request has at most, the tools among them. A hosted model could take many times that; but all of it is read anew with every step, and
 * what is not sent is not out. A model on a small computer is given less, so that it begins to answer before one has given up.
 */
export const contextTokens: Record<ModelChoice['kind'], number> = { anthropic: 24_000, local: 9000 };

/** What is left beside voice and tools goes to the newest turns, then to parts, then to what was said before and what is remembered. */
const shares = { turns: 0.62, parts: 0.18, earlier: 0.12, memory: 0.08 };
const BELIEFS_MAX = 24;
const PARTS_MAX = 12;
/** Characters of a line that stands for an earlier message. */
const LINE_MAX = 160;

export type ContextSources = {
  choice: ModelChoice;
  session: Pick<Session, 'mode' | 'partId'>;
  /** Oldest first, with the message to be answered at the end. */
  messages: readonly Message[];
  /** The most recently seen first. */
  parts: readonly Part[];
  tools: readonly ToolDescription[];
  keptPrivate: KeptPrivate;
  safetyOpen: boolean;
  /** Trailhead’s own words that ask about safety and stand before the reply, if any do. */
  asked: string | null;
  /** What is remembered, without anything private. */
  memory: MemoryDocument | null;
};

/**
 * The first request of a reply, within its budget of tokens: voice, active parts, the running session, and one line for each older turn.
 * Nothing private becomes part of it. The same sources always make the same request.
 */
export function buildContext(sources: ContextSources): ModelRequest {
  const { choice, session, tools, keptPrivate, safetyOpen, asked } = sources;
  const step = stateIn(sources.messages, session.mode, session.partId)?.step ?? null;
  const system = systemPrompt({ mode: session.mode, step, safetyOpen, asked });
  const left = contextTokens[choice.kind] - tokensIn(system) - tokensIn(JSON.stringify(tools));
  const told = sources.messages.flatMap((message) => asTold(message, keptPrivate));
  const { turns, earlier } = newestTurns(told, left * shares.turns);
  const memory = memoryWithin(sources.memory, left * shares.memory);
  const background = {
    ...(memory && { memory }),
    parts: partsWithin(sources, left * shares.parts),
    earlierInThisSession: linesWithin(earlier, left * shares.earlier),
  };
  return {
    model: choice.model,
    max_tokens: STEP_TOKENS_MAX,
    system,
    messages: asDialogue(turns, `<background>${inertJson(background)}</background>`),
    tools: [...tools],
    stream: true,
  };
}

/** Nothing inside can end the quotation or look like a mark of its own. */
export const inertJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', String.raw`\u003c`);

/** Stands in place of words that were written in danger. */
export const answeredHere = '(A message that was answered on this computer. Its words are not sent.)';

/** A message as a provider is told of it, if it is. What was written in danger leaves only its place; what the machine answered stays here too. */
function asTold(message: Message, keptPrivate: KeptPrivate): Message[] {
  if (message.role === 'system' || message.content.trim() === '' || message.metadata.provider === SAFETY_PROVIDER) return [];
  if (message.metadata.crisis) return [{ ...message, content: answeredHere }];
  return keptPrivate.hides(message) ? [] : [message];
}

type Turn = { role: 'user' | 'assistant'; content: string };

/** As many of the newest turns as fit; the very last one always, cut if it must be. */
function newestTurns(messages: readonly Message[], budget: number): { turns: Turn[]; earlier: readonly Message[] } {
  const turns: Turn[] = [];
  let left = budget;
  for (const message of messages.toReversed()) {
    const turn = asTurn(message);
    const fits = tokensIn(turn.content) <= left;
    if (!fits && turns.length > 0) break;
    const content = fits ? turn.content : cutToTokens(turn.content, Math.floor(left));
    turns.unshift({ ...turn, content });
    left -= tokensIn(content);
  }
  return { turns, earlier: messages.slice(0, messages.length - turns.length) };
}

const asTurn = ({ id, role, content, metadata }: Message): Turn => {
  if (role !== 'user') return { role: 'assistant', content };
  const { crisis, speaker } = metadata;
  // Without its identifier: there is nothing a tool could do with it.
  if (crisis) return { role: 'user', content };
  const spoken = speaker?.kind === 'part' ? ` (spoken as ${speaker.name})` : '';
  return { role: 'user', content: `[message ${id}]${spoken}\n${content}` };
};

/** Roles in turn, beginning with the person: what every server of this kind takes. */
function asDialogue(turns: readonly Turn[], background: string): ModelRequest['messages'] {
  const dialogue: ModelRequest['messages'] = [{ role: 'user', content: background }];
  for (const { role, content } of turns) {
    const last = dialogue.at(-1);
    if (last?.role === role) last.content += `\n\n${content}`;
    else dialogue.push({ role, content });
  }
  return dialogue;
}

/** Parts that are at work now, those already active first. */
function partsWithin({ parts, session, keptPrivate, safetyOpen }: ContextSources, budget: number): unknown[] {
  const known = parts.filter(({ id, attributes }) => !keptPrivate.isPart(id) && !(safetyOpen && attributes.role === 'exile'));
  const rank = ({ id, status }: Part): number => (id === session.partId ? 0 : status === 'active' ? 1 : status === 'integrated' ? 3 : 2);
  const chosen: unknown[] = [];
  let left = budget;
  for (const part of known.toSorted((a, b) => rank(a) - rank(b)).slice(0, PARTS_MAX)) {
    const told = describePart(part, part.id === session.partId, keptPrivate);
    left -= tokensIn(inertJson(told)) + 1;
    if (left < 0) break;
    chosen.push(told);
  }
  return chosen;
}

function describePart({ id, name, status, attributes, story, recentEvidence }: Part, isWith: boolean, keptPrivate: KeptPrivate): object {
  const { hidesWordsOf, mentions } = keptPrivate;
  const quotes = recentEvidence.filter((evidence) => !mentions(evidence.quote) && !hidesWordsOf(evidence)).map(({ quote }) => quote);
  return {
    partId: id,
    ...{ name, role: attributes.role, status },
    ...(isWith && { thisSessionIsWithIt: true }),
    ...(story.trim() !== '' && !mentions(story) && { story: cutToTokens(story, 200) }),
    ...(quotes.length > 0 && { newestWords: quotes.slice(0, 2).map((quote) => cutToTokens(quote, 80)) }),
  };
}

/** Older turns, summarised: the first line of what the person wrote, the newest of them first to be kept. How many there were is told in any case. */
function linesWithin(earlier: readonly Message[], budget: number): object | null {
  if (earlier.length === 0) return null;
  const lines: string[] = [];
  let left = budget - 20;
  for (const { content } of earlier.filter(({ role }) => role === 'user').toReversed()) {
    const line = content.replaceAll(/\s+/gu, ' ').trim().slice(0, LINE_MAX).toWellFormed();
    left -= tokensIn(inertJson(line)) + 1;
    if (left < 0) break;
    lines.unshift(line);
  }
  return { messages: earlier.length, thePersonBegan: lines };
}

/** The summary, and as many beliefs as fit, of every kind in turn. Null when nothing is remembered. */
function memoryWithin(memory: MemoryDocument | null, budget: number): object | null {
  if (memory === null) return null;
  const beliefs = inTurns(memory);
  if (memory.summary === '' && beliefs.length === 0) return null;
  const summary = cutToTokens(memory.summary, Math.floor(budget));
  const told: unknown[] = [];
  let left = budget - tokensIn(inertJson({ summary, beliefs: [] })) - 10;
  for (const { section, belief } of beliefs.slice(0, BELIEFS_MAX)) {
    const one = { kind: memorySectionTitles[section], text: belief.text };
    left -= tokensIn(inertJson(one)) + 1;
    if (left < 0) break;
    told.push(one);
  }
  return { summary, beliefs: told };
}
