import { type Finding, type Material, beliefIdOf } from '../finding.ts';

/** That a hard moment was noticed, and on which day: nothing of what was written then, and no judgement. One note for a day. */
export function safetyNotes({ safetyFlags, source, session, timeZone = 'UTC' }: Material): Finding[] {
  if (session?.remembered === false || safetyFlags.length === 0) return [];
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone });
  const byDay = Map.groupBy(safetyFlags, ({ raisedAt }) => day.format(raisedAt));
  return [...byDay]
    .map(([date, flags]): Finding => {
      const isOver = flags.every(({ clearedAt }) => clearedAt !== null);
      return {
        section: 'safetyNotes',
        id: beliefIdOf('safetyNotes', date),
        text: `A hard moment was noticed on ${date}.${isOver ? ' You said later that it had passed.' : ''}`,
        by: 'summariser',
        sources: [source],
        at: Math.max(...flags.map(({ raisedAt }) => raisedAt)),
      };
    })
    .toSorted((one, other) => one.at - other.at);
}
