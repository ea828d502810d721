import { describe, expect, it } from 'vitest';
import type { SafetyFlag, SafetyState } from '../../../shared/entities/safety.ts';
import { MessageId, SafetyFlagId, SessionId } from '../../../shared/ids.ts';
import { helpPlace } from './help-place.ts';

const uuid = (number: number): string => `01936b5e-8f00-7000-8000-${String(number).padStart(12, '0')}`;
const sessionId = SessionId.parse(uuid(500));
const message = (number: number, provider?: string) => ({
  id: MessageId.parse(uuid(number)),
  role: provider === undefined ? ('user' as const) : ('assistant' as const),
  sessionId,
  metadata: { delivery: 'complete' as const, ...(provider !== undefined && { provider }) },
});
const raised = (number: number, session = sessionId): SafetyState => {
  const flag: SafetyFlag = {
    id: SafetyFlagId.parse(uuid(900)),
    label: 'concern',
    sessionId: session,
    messageId: MessageId.parse(uuid(number)),
    raisedAt: 0,
    clearedAt: null,
  };
  return { label: 'concern', open: [flag] };
};
const talk = [message(1), message(2, 'guide'), message(3), message(4, 'guide'), message(5), message(6, 'safety'), message(7)];

describe('where help stands in a conversation', () => {
  it('is under the reply to the message that raised it, whoever replied', () => {
    expect(helpPlace(talk.slice(0, 4), raised(3))).toBe(uuid(4));
  });

  it('is under the newest reply in which the machine itself asked', () => {
    expect(helpPlace(talk, raised(3))).toBe(uuid(6));
  });

  it('is nowhere when nothing is open, or only something of another conversation', () => {
    expect(helpPlace(talk, { label: null, open: [] })).toBeNull();
    expect(helpPlace(talk, raised(3, SessionId.parse(uuid(501))))).toBeNull();
  });

  it('is nowhere while that reply is not in sight yet', () => {
    expect(helpPlace(talk.slice(0, 3), raised(3))).toBeNull();
  });
});
