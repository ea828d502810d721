import type { LockState } from '../../shared/contracts/profiles.ts';
import type { ProfileSummary } from '../../shared/entities/profile.ts';
import type { CallError } from '../../shared/errors.ts';

/** What has to be done between a profile's opening and its first page. */
export type Aftercare = { kind: 'keep-code'; recoveryCode: string; label: string } | { kind: 'choose-passphrase'; recoveryCode: string };

export type GateState = {
  /** Null until the core has said whether a profile is open. */
  lock: LockState | null;
  failure: CallError | null;
  /** A profile is being made or unlocked: its page stays until the answer is there, although the core says "unlocked" before it. */
  entering: boolean;
  aftercare: Aftercare | null;
  /** Something the person should know about how their profile was opened. */
  notice: string | null;
  /** Grows whenever everything read so far has to be dropped. */
  epoch: number;
};

export type GateEvent =
  | { type: 'asked-failed'; error: CallError }
  | { type: 'lock'; lock: LockState }
  | { type: 'entering' }
  | { type: 'entering-failed' }
  | { type: 'created'; profile: ProfileSummary; recoveryCode: string | null }
  | { type: 'unlocked'; profile: ProfileSummary; notice: string | null; recoveryCode: string | null }
  | { type: 'aftercare-done' }
  | { type: 'notice-read' };

export const closedGate: GateState = { lock: null, failure: null, entering: false, aftercare: null, notice: null, epoch: 0 };

/** Decides what is in front of the person: the way in, what comes right after it, or their pages. */
export function gateReducer(state: GateState, event: GateEvent): GateState {
  switch (event.type) {
    case 'asked-failed':
      // Whoever is already in stays in: a question that failed is no reason to take their words off the screen.
      return state.lock ? state : { ...state, failure: event.error };
    case 'lock': {
      const wasOpen = state.lock?.state === 'unlocked';
      if (event.lock.state === 'unlocked') {
        const sameProfile = state.lock?.state === 'unlocked' && state.lock.profile.id === event.lock.profile.id;
        return { ...state, lock: event.lock, failure: null, epoch: wasOpen && !sameProfile ? state.epoch + 1 : state.epoch };
      }
      return {
        ...state,
        lock: event.lock,
        failure: null,
        aftercare: null,
        notice: null,
        epoch: wasOpen ? state.epoch + 1 : state.epoch,
      };
    }
    case 'entering':
      return { ...state, entering: true };
    case 'entering-failed':
      return { ...state, entering: false };
    case 'created':
      return {
        ...state,
        lock: { state: 'unlocked', profile: event.profile },
        entering: false,
        aftercare: event.recoveryCode === null ? null : { kind: 'keep-code', recoveryCode: event.recoveryCode, label: event.profile.label },
      };
    case 'unlocked':
      return {
        ...state,
        lock: { state: 'unlocked', profile: event.profile },
        entering: false,
        notice: event.notice,
        aftercare: event.recoveryCode === null ? null : { kind: 'choose-passphrase', recoveryCode: event.recoveryCode },
      };
    case 'aftercare-done':
      return { ...state, aftercare: null };
    case 'notice-read':
      return { ...state, notice: null };
  }
}

export type GateView = 'asking' | 'failed' | 'entrance' | 'aftercare' | 'pages';

/** Which of the screens a gate shows. */
export function gateView(state: GateState): GateView {
  if (state.failure) return 'failed';
  if (state.entering) return 'entrance';
  if (!state.lock) return 'asking';
  if (state.lock.state === 'locked') return 'entrance';
  return state.aftercare ? 'aftercare' : 'pages';
}
