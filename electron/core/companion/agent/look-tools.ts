import { z } from 'zod';
import { partRoles, partStatuses, type Part } from '../../../../shared/entities/part.ts';
import type { FieldChange } from '../../../../shared/entities/action.ts';
import { type MemorySection, memorySections } from '../../../../shared/entities/memory.ts';
import { MessageId, PartId, SessionId } from '../../../../shared/ids.ts';
import { queryOfAll } from '../../sessions/find-words.ts';
import { messageRepository } from '../../sessions/message-repository.ts';
import { inTurns, recall } from '../context/remembered.ts';
import { defineTool } from './tool.ts';
import { type ToolWork, knownPart } from './tool-work.ts';

/** Messages are looked through this far for ones that may be shown. */
const LOOKED_THROUGH = 100;
const FOUND_MAX = 8;
/** Characters on each side of the words that were found. */
const AROUND = 300;

export const searchConversations = defineTool<{ words: string }, ToolWork>({
  name: 'search_conversations',
  description:
    'Finds messages of earlier and present sessions that hold all of the given words. Use it before saying that something was or was not mentioned.',
  input: z.strictObject({ words: z.string().min(1).max(200).describe('A few words that stand in the message') }),
  run({ scope, keptPrivate }, { words }) {
    const kept = keptPrivate();
    const query = queryOfAll(words);
    const matching = query === null ? [] : scope.use(messageRepository).matchingAnywhere(query, LOOKED_THROUGH);
    const found = matching
      .filter((message) => message.role !== 'system' && message.content !== '' && !kept.hides(message))
      .slice(0, FOUND_MAX);
    return {
      about: words,
      data: found.map(({ id, role, content, createdAt }) => ({
        messageId: id,
        by: role === 'user' ? 'person' : 'companion',
        at: new Date(createdAt).toISOString(),
        text: around(content, words),
      })),
    };
  },
});

/** The neighbourhood of the first of the words. */
function around(content: string, words: string): string {
  const first = /[\p{L}\p{N}]+/u.exec(words)?.[0].toLowerCase() ?? '';
  const at = Math.max(0, content.toLowerCase().indexOf(first));
  return content.slice(Math.max(0, at - AROUND), at + AROUND).toWellFormed();
}

const brief = ({ id, name, status, confidence, attributes, evidenceCount }: Part) => ({
  partId: id,
  ...{ name, role: attributes.role, status, confidence, evidenceCount },
});

export const searchParts = defineTool<
  { find?: string | undefined; role?: Part['attributes']['role'] | undefined; status?: Part['status'] | undefined },
  ToolWork
>({
  name: 'search_parts',
  description: 'Lists the parts the person has accepted, by name or story, role or status. Without anything it lists the latest.',
  input: z.strictObject({
    find: z.string().max(200).optional().describe('Words of the name or the story'),
    role: z.enum(partRoles).optional(),
    status: z.enum(partStatuses).optional(),
  }),
  run({ actor, services, keptPrivate, safetyOpen }, filter) {
    const kept = keptPrivate();
    const { items } = services.parts.list(actor, { ...filter, sort: 'seen', limit: 200 });
    const known = items.filter(({ id, attributes }) => !kept.isPart(id) && !(safetyOpen && attributes.role === 'exile'));
    return { about: filter.find ?? 'your parts', data: known.slice(0, 20).map(brief) };
  },
});

const STORY_SHOWN = 4000;

export const getPart = defineTool<{ partId: PartId }, ToolWork>({
  name: 'get_part',
  description: 'Tells what is known about one part: its story, details, newest evidence and how it relates to others.',
  input: z.strictObject({ partId: PartId }),
  run(work, { partId }) {
    const part = knownPart(work, partId);
    const { actor, services, keptPrivate } = work;
    const kept = keptPrivate();
    const shown = (text: string): string => (kept.mentions(text) ? '' : text);
    const relationships = services.relationships
      .list(actor, partId)
      .filter(({ fromPartId, toPartId }) => !kept.isPart(fromPartId) && !kept.isPart(toPartId));
    return {
      about: part.name,
      data: {
        ...brief(part),
        story: shown(part.story.slice(0, STORY_SHOWN).toWellFormed()),
        attributes: JSON.parse(shown(JSON.stringify(part.attributes)) || '{}') as unknown,
        evidence: part.recentEvidence
          .filter((evidence) => !kept.mentions(evidence.quote) && !kept.hidesWordsOf(evidence))
          .map(({ id, kind, quote, messageId }) => ({ evidenceId: id, kind, quote: quote.slice(0, 500).toWellFormed(), messageId })),
        relationships: relationships.map(({ fromPartId, toPartId, type, level, notes }) => ({
          ...{ fromPartId, toPartId, type, level },
          notes: shown(notes.slice(0, 500).toWellFormed()),
        })),
        assessments: services.assessments
          .ofPart(actor, partId)
          .slice(0, 5)
          .map(({ by, judgement, note }) => ({ by, judgement, note: shown(note.slice(0, 500).toWellFormed()) })),
      },
    };
  },
});

export const listRecentActions = defineTool<Record<string, never>, ToolWork>({
  name: 'list_recent_actions',
  description: 'Lists what you changed in this session, the newest first, with the ids undo_action takes.',
  input: z.strictObject({}),
  run({ actor, services, sessionId, keptPrivate }) {
    const kept = keptPrivate();
    const { items } = services.activity.list(actor, { actor: 'agent', sessionId, limit: 50 });
    const isHidden = (changes: readonly FieldChange[]): boolean =>
      kept.mentions(JSON.stringify(changes)) || changes.some(({ after }) => kept.hidesWordsOf(sourceOf(after)));
    const shown = items.filter(({ undoable, changes }) => undoable && !isHidden(changes));
    return {
      about: 'what was changed in this session',
      data: shown.slice(0, 20).map(({ id, actionType, revertedAt, changes }) => ({
        actionId: id,
        actionType,
        undone: revertedAt !== null,
        about:
          changes
            .find(({ label }) => label !== null)
            ?.label?.slice(0, 200)
            .toWellFormed() ?? null,
      })),
    };
  },
});

const Source = z.looseObject({ messageId: MessageId.nullable().default(null), sessionId: SessionId.nullable().default(null) });

/** Which message and session a row took its words from, as far as it says so. */
const sourceOf = (row: unknown): { messageId: MessageId | null; sessionId: SessionId | null } =>
  Source.safeParse(row).data ?? { messageId: null, sessionId: null };
/** As many, and as much of each, as fit into one answer. */
const BELIEFS_TOLD = 30;
const TEXT_TOLD = 120;

export const getMemory = defineTool<{ section?: MemorySection | undefined }, ToolWork>({
  name: 'get_memory',
  description:
    'Tells what Trailhead remembers of the person from earlier sessions: a summary and single beliefs, the latest first. Use it when they ask what you remember or know of them.',
  input: z.strictObject({ section: z.enum(memorySections).optional().describe('Only this kind') }),
  run({ actor, scope, services, keptPrivate, safetyOpen }, { section }) {
    const recalled = recall({ actor, scope, memory: services.memory, kept: keptPrivate(), exilesRest: safetyOpen });
    const beliefs = recalled ? inTurns(recalled.document).filter((one) => section === undefined || one.section === section) : [];
    return {
      about: 'what is remembered',
      data: {
        summary: recalled?.document.summary ?? '',
        beliefs: beliefs.slice(0, BELIEFS_TOLD).map(({ section: kind, belief: { text, wanted, count, lastSeen, by } }) => ({
          ...{ section: kind, text: text.slice(0, TEXT_TOLD).toWellFormed(), timesSeen: count, lastSeen: new Date(lastSeen).toISOString() },
          ...(wanted !== undefined && { wanted: wanted.slice(0, TEXT_TOLD).toWellFormed() }),
          ...(by === 'person' && { inTheirOwnWords: true }),
        })),
      },
    };
  },
});
