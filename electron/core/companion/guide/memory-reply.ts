import type { Belief } from '../../../../shared/entities/memory.ts';
import { TOLD_MAX as TOLD_OF_MAX, ToldOf } from '../../../../shared/entities/session.ts';
import { MessageId } from '../../../../shared/ids.ts';
import { type Recalled, inTurns } from '../context/remembered.ts';
import { type GuideContext, whereItStands } from './guide-context.ts';
import type { Told } from './six-fs-reply.ts';
import type { Telling } from './telling.ts';
import { memoryNothing, memoryOpening, memoryPrivate, memoryWay } from './words/memory.ts';

/** How much is told beside the summary; all of it is on the page for it. */
const TOLD_MAX = 5;
const SOURCES_MAX = 60;
/** As much of a belief's text tells that the summary holds it. */
const BEGINNING = 40;

/** Answers what is remembered: the summary, then what was seen last of each kind, and the way to all of it. Where things stood is kept. */
export function tellMemory(guide: GuideContext, { document, isWhole }: Recalled, tell: Telling): Told {
  const state = whereItStands(guide);
  const all = inTurns(document).map(({ belief }) => belief);
  const isInSummary = ({ text }: Belief): boolean => document.summary.includes(text.slice(0, BEGINNING));
  const told = all.filter((belief) => !isInSummary(belief)).slice(0, TOLD_MAX);
  const hint = isWhole ? null : tell.say(memoryPrivate);
  if (all.length === 0) return { sentences: [tell.say(memoryNothing), hint], state: { ...state, remembered: [] } };
  const list = told.map(({ text }) => `- ${text.replaceAll(/\s+/gu, ' ').trim()}`).join('\n');
  const way = [tell.say(memoryWay), hint].filter((sentence) => sentence !== null).join(' ');
  const paragraphs = [tell.say(memoryOpening), document.summary.trim(), list, way];
  const sources = [...told, ...all.filter(isInSummary)].flatMap((belief) => belief.sources);
  return {
    sentences: [paragraphs.filter((paragraph) => paragraph !== null && paragraph !== '').join('\n\n')],
    state: { ...state, remembered: messagesAmong(sources), told: toldOf(all) },
  };
}

/** All that the answer may hold something of: the summary tells of beliefs in other words than they have, so any of them. */
const toldOf = (beliefs: readonly Belief[]): ToldOf[] => {
  const of: ToldOf[] = [
    ...beliefs.map(({ id }): ToldOf => `belief:${id}`),
    ...beliefs.flatMap(({ parts = [] }) => parts.map((part): ToldOf => `part:${part}`)),
    ...beliefs.flatMap(({ sources }) => sources.flatMap((source) => ToldOf.safeParse(source).data ?? [])),
  ];
  return [...new Set(of)].slice(0, TOLD_OF_MAX);
};

const messagesAmong = (sources: Belief['sources']): MessageId[] =>
  [...new Set(sources)]
    .flatMap((source) => (source.startsWith('message:') ? [MessageId.parse(source.slice('message:'.length))] : []))
    .slice(0, SOURCES_MAX);
