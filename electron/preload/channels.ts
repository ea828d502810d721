/** A call: its request as JSON text, answered with a result envelope. */
export const CALL_CHANNEL = 'trailhead:call';
/** What the core tells without being asked. */
export const EVENT_CHANNEL = 'trailhead:event';
