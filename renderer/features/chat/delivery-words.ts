import type { MessageMetadata, TakeoverReason } from '../../../shared/entities/session.ts';

const broken: Partial<Record<TakeoverReason, string>> = {
  cut_off: 'The line to the model broke here.',
  timed_out: 'The model fell silent here.',
  busy: 'The model became too busy here.',
};

/** Why a reply ends where it ends, for one that is not whole; null otherwise. What its person stopped is told apart from what broke. */
export function endWords({ delivery, brokeOff }: Pick<MessageMetadata, 'delivery' | 'brokeOff'>): string | null {
  if (delivery !== 'interrupted') return null;
  return brokeOff ? (broken[brokeOff] ?? 'The model stopped in the middle here, and it was not you.') : 'Stopped here.';
}
