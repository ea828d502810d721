import { useMemo } from 'react';
import type { Message } from '../../../shared/entities/session.ts';
import type { MessageId } from '../../../shared/ids.ts';
import { useCall } from '../../client/queries.ts';
import { helpPlace } from './help-place.ts';

/** The reply under which help stands among these messages, as long as something of their conversation is open. */
export function useHelpPlace(messages: readonly Message[]): MessageId | null {
  const state = useCall('safety.state', {}).data;
  return useMemo(() => (state ? helpPlace(messages, state) : null), [messages, state]);
}
