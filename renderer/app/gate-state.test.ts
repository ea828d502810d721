import { describe, expect, it } from 'vitest';
import type { ProfileSummary } from '../../shared/entities/profile.ts';
import { UserId } from '../../shared/ids.ts';
import { closedGate, gateReducer, gateView, type GateEvent, type GateState } from './gate-state.ts';

const profile: ProfileSummary = {
  id: UserId.parse('01936b5e-8f00-7000-8000-000000000001'),
  label: 'K.M.',
  createdAt: 1,
  hasRecoveryCode: true,
};
const locked: GateEvent = { type: 'lock', lock: { state: 'locked' } };
const unlocked: GateEvent = { type: 'lock', lock: { state: 'unlocked', profile } };
const after = (...events: GateEvent[]): GateState => events.reduce(gateReducer, closedGate);

describe('the gate', () => {
  it('asks first, then shows the way in or the pages', () => {
    expect(gateView(closedGate)).toBe('asking');
    expect(gateView(after(locked))).toBe('entrance');
    expect(gateView(after(unlocked))).toBe('pages');
  });

  it('keeps the page of a profile being made although the core says unlocked before it answers', () => {
    expect(gateView(after(locked, { type: 'entering' }, unlocked))).toBe('entrance');
  });

  it('shows the recovery code until it is kept, although the profile is open', () => {
    const made = after(locked, { type: 'entering' }, unlocked, { type: 'created', profile, recoveryCode: 'AAAA' });
    expect(gateView(made)).toBe('aftercare');
    expect(gateView(gateReducer(made, unlocked))).toBe('aftercare');
    expect(gateView(gateReducer(made, { type: 'aftercare-done' }))).toBe('pages');
  });

  it('leads from the recovery code to a new passphrase, and keeps the notice', () => {
    const opened = after(locked, { type: 'unlocked', profile, notice: 'A copy was damaged.', recoveryCode: 'AAAA' });
    expect(gateView(opened)).toBe('aftercare');
    expect(gateReducer(opened, { type: 'aftercare-done' }).notice).toBe('A copy was damaged.');
  });

  it('drops everything when it locks', () => {
    const made = after(unlocked, { type: 'created', profile, recoveryCode: 'AAAA' });
    const shut = gateReducer(made, locked);
    expect(shut).toMatchObject({ aftercare: null, notice: null });
    expect(shut.epoch).toBeGreaterThan(made.epoch);
    expect(gateView(shut)).toBe('entrance');
  });

  it('drops everything when another profile is opened elsewhere', () => {
    const other = { ...profile, id: UserId.parse('01936b5e-8f00-7000-8000-000000000002') };
    expect(after(unlocked, { type: 'lock', lock: { state: 'unlocked', profile: other } }).epoch).toBe(1);
    expect(after(unlocked, unlocked).epoch).toBe(0);
  });

  it('leaves open pages alone when a later question fails', () => {
    const error = { code: 'INTERNAL' as const, message: 'No.', id: '1' };
    expect(gateView(after(unlocked, { type: 'asked-failed', error }))).toBe('pages');
  });

  it('shows a failure until the core answers', () => {
    const failed = after({ type: 'asked-failed', error: { code: 'INTERNAL', message: 'No.', id: '1' } });
    expect(gateView(failed)).toBe('failed');
    expect(gateView(gateReducer(failed, locked))).toBe('entrance');
  });
});
