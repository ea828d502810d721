import { Day, type ForgetTarget, type Forgetting, type ForgettingPreview, holdsNothing } from '../../../shared/entities/forgetting.ts';
import { BeliefId, MessageId, PartId, SessionId } from '../../../shared/ids.ts';
import { ask } from '../ask.ts';
import type { CommandContext } from '../command-context.ts';
import { Failure } from '../failure.ts';
import { forgettingStands } from '../forgetting-stands.ts';
import { facts } from '../output.ts';
import { readId } from '../read-id.ts';

export type ForgetOptions = { yes?: boolean; dryRun?: boolean };

export const forgetMessage = (context: CommandContext, id: string, options: ForgetOptions): Promise<void> =>
  forget(context, { kind: 'message', messageId: readId(MessageId, id, 'trailhead export') }, 'this message', options);

export const forgetSession = (context: CommandContext, id: string, options: ForgetOptions): Promise<void> =>
  forget(context, { kind: 'session', sessionId: readId(SessionId, id, 'trailhead sessions') }, 'this session', options);

export const forgetPart = (context: CommandContext, id: string, options: ForgetOptions): Promise<void> =>
  forget(context, { kind: 'part', partId: readId(PartId, id, 'trailhead parts') }, 'this part', options);

export const forgetBelief = (context: CommandContext, id: string, options: ForgetOptions): Promise<void> => {
  // Letter case counts here.
  const beliefId = BeliefId.safeParse(id.trim());
  if (!beliefId.success) throw new Failure('That is not an id; trailhead memory --json shows the ids there are.', 2);
  return forget(context, { kind: 'belief', beliefId: beliefId.data }, 'what is remembered here', options);
};

export const forgetDay = (context: CommandContext, typed: string, options: ForgetOptions & { timeZone?: string }): Promise<void> => {
  const day = Day.safeParse(typed.trim());
  if (!day.success) throw new Failure('Say which day as YYYY-MM-DD, such as 2026-03-02.', 2);
  const { timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone } = options;
  return forget(context, { kind: 'day', day: day.data, timeZone }, `all of ${day.data}`, options);
};

export const forgetEverything = (context: CommandContext, options: ForgetOptions): Promise<void> =>
  forget(context, { kind: 'everything' }, 'everything', options);

/** Shows what goes, asks, and forgets for good. */
async function forget(
  context: CommandContext,
  target: ForgetTarget,
  what: string,
  { yes = false, dryRun = false }: ForgetOptions,
): Promise<void> {
  await context.withProfile(async (core) => {
    const touched = await ask(core, 'forgetting.preview', { target });
    const isNothing = target.kind !== 'everything' && holdsNothing(touched);
    if (dryRun) return context.print(touched, () => (isNothing ? nothing : told(touched)));
    if (isNothing) throw new Failure(nothing.trim());
    if (!yes) await makeSure(context, target, what, touched);
    const forgetting = await ask(core, 'forgetting.forget', { target });
    return context.print({ ...forgetting, touched }, () => outcome(forgetting, touched));
  });
}

const nothing = 'There is nothing of it here to forget.\n';

/** @throws Failure when the person says no, or can't be asked. */
async function makeSure({ terminal }: CommandContext, target: ForgetTarget, what: string, touched: ForgettingPreview): Promise<void> {
  terminal.note(told(touched));
  if (target.kind === 'part') terminal.note('Messages of yours that name it stay as you wrote them.\n');
  if (target.kind === 'day') terminal.note('Your plan for hard moments, your people and your settings stay as they are.\n');
  if (!terminal.isInteractive) throw new Failure(`Forgetting ${what} is final; say --yes to do it without being asked.`, 2);
  const word = target.kind === 'everything' ? 'everything' : 'yes';
  const answer = await terminal.ask(`Forget ${what} for good? It can’t be undone. Type ${word} to do it: `);
  if (answer.trim().toLowerCase() !== word) throw new Failure('Nothing was forgotten.');
}

const told = ({ shown, ...touched }: ForgettingPreview): string =>
  facts(
    (
      [
        ['Messages', touched.messages],
        ['Whole sessions', touched.sessions],
        ['Suggestions for their words', touched.proposals],
        ['Evidence that quotes them', touched.evidence],
        ['Relationships', touched.relationships],
        ['Assessments', touched.assessments],
        ['Notes and letters', touched.notes],
        ['Check-ins', touched.checkIns],
        ['Insights', touched.insights],
        ['Things remembered', touched.beliefs],
        ['Versions of the memory', touched.memoryVersions],
        ['Changes in the activity', touched.actions],
        ['Copies Trailhead made before an update', touched.backups],
      ] as const
    )
      .map(([name, count]): [string, string] => [
        name,
        count === 0 ? '' : count === null ? 'the memory is damaged and can’t be counted' : String(count),
      ])
      .concat([
        ['Parts that go or lose words', touched.parts.join(', ')],
        ['Parts that stay all the same', touched.staying.join(', ')],
        ['Remembered, and gone', shown.beliefs.flatMap(({ goes, text }) => (goes ? [text] : [])).join('; ')],
        ['Remembered, with a reason less', shown.beliefs.flatMap(({ goes, text }) => (goes ? [] : [text])).join('; ')],
      ]),
  );

function outcome({ step }: Forgetting, { backups }: ForgettingPreview): string {
  const removed = backups > 0 ? 'The copies Trailhead made before an update are removed.\n' : '';
  return `${forgettingStands[step]}${removed}Copies you made yourself, such as exports and backups, are out of Trailhead’s reach.\n`;
}
