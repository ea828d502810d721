import type { ActorKind } from '../../../shared/entities/action.ts';
import type { PartStatus, StatusStep } from '../../../shared/entities/part.ts';

/** What a part needs before it counts as active. */
export const EVIDENCE_FOR_ACTIVE = 3;
export const SESSIONS_FOR_ACTIVE = 2;

/** emerging → acknowledged → active → integrated, one step at a time, and integrated → active. */
const stepsFrom: Readonly<Record<PartStatus, readonly PartStatus[]>> = {
  emerging: ['acknowledged'],
  acknowledged: ['active'],
  active: ['integrated'],
  integrated: ['active'],
};

/** What is known of a part when its status is to change. `sessions` counts the different sessions its evidence comes from. */
export type Standing = { status: PartStatus; evidence: number; sessions: number };

/** The statuses one step away, and what is missing for each when its person asks. */
export const statusSteps = (standing: Standing): StatusStep[] =>
  stepsFrom[standing.status].map((status) => ({ status, missing: missingFor(standing, status, 'user') }));

/**
 * What stands in the way of a change of status, in one sentence; null when nothing does.
 * Acknowledged takes the person's own yes, and only they can say that a part is integrated.
 */
export function missingFor({ status, evidence, sessions }: Standing, next: PartStatus, actor: ActorKind): string | null {
  if (status === next) return 'It has this status already.';
  if (!stepsFrom[status].includes(next)) return `A part goes one step at a time: from ${status} to ${stepsFrom[status].join(' or ')}.`;
  if (actor !== 'user' && (next === 'acknowledged' || next === 'integrated')) return 'Only the person themselves can say so.';
  // Active and what comes after it rest on evidence; coming back from integrated asks for none.
  if (next === 'acknowledged' || status === 'integrated') return null;
  return lackingForActive({ evidence, sessions });
}

/** What evidence a part lacks to be active, in one sentence; null when it has enough. */
export function lackingForActive({ evidence, sessions }: Pick<Standing, 'evidence' | 'sessions'>): string | null {
  const needs: string[] = [];
  const lacking = EVIDENCE_FOR_ACTIVE - evidence;
  if (lacking > 0) needs.push(lacking === 1 ? 'one more piece of evidence' : `${lacking} more pieces of evidence`);
  if (sessions < SESSIONS_FOR_ACTIVE) needs.push(sessions === 0 ? 'evidence from two sessions' : 'evidence from a second session');
  return needs.length === 0 ? null : `It needs ${needs.join(', and ')}.`;
}
