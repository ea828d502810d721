import type { GuideState } from '../../../../shared/entities/session.ts';
import type { CompanionRequest } from '../provider.ts';
import { composeReply } from './reply.ts';

/**
 * Where the Guide stands when somebody else answers: what the person said counts, so that it can go on from there at any time. It said
 * nothing itself, and offered nothing.
 */
export function followAlong(request: CompanionRequest): GuideState {
  const { at, ...state } = composeReply(request).state;
  return { ...state, ...(at !== undefined && at !== 'resume_offer' && at !== 'pause_offer' && { at }), used: [] };
}
