import { describe, expect, it } from 'vitest';
import { calls, says, toolAnswers } from '../../../tests/support/fake-messages-api.ts';
import { modelCore, replyTo, createPlanner } from '../../../tests/support/model-core.ts';
import { STEPS_MAX } from './agent/agent-loop.ts';

describe('tools', () => {
  it('are run for the person, and the model is told what came of it', async () => {
    const core = await modelCore();
    const planner = await createPlanner(core);
    core.api.answers(calls([['get_part', { partId: planner.id }]], 'Let me look.'), says('It has been busy.'));
    const reply = await replyTo(core, 'How is my planner?');
    expect(reply.content).toBe('Let me look.\n\nIt has been busy.');
    expect(reply.metadata.tools).toEqual([{ tool: 'get_part', about: 'The Planner', outcome: 'done' }]);
    expect(core.events.filter(({ type }) => type === 'reply.tool')).toMatchObject([{ at: 0, use: { about: 'The Planner' } }]);
    const [, second] = core.api.received;
    expect(second && toolAnswers(second)).toMatchObject([{ isError: false, content: expect.stringContaining('The Planner') }]);
    expect(second?.text).not.toMatch(/"thread/u);
  });

  it('called side by side are each answered, in one request', async () => {
    const core = await modelCore();
    const planner = await createPlanner(core);
    core.api.answers(
      calls([
        ['get_part', { partId: planner.id }],
        ['search_parts', {}],
        ['list_recent_actions', {}],
      ]),
      says('Done.'),
    );
    const reply = await replyTo(core, 'Look around.');
    expect(reply.metadata.tools?.map(({ tool }) => tool)).toEqual(['get_part', 'search_parts', 'list_recent_actions']);
    const [, second] = core.api.received;
    expect(second && toolAnswers(second)).toHaveLength(3);
  });

  it('given bad input, or called by a name there is none of, answer an error; a good call after one sets things right', async () => {
    const core = await modelCore();
    core.api.answers(
      calls([['get_part', { partId: 'the planner', userId: 'somebody else' }]]),
      calls([['search_parts', {}]]),
      calls([['delete_everything', {}]]),
      says('Never mind.'),
    );
    const reply = await replyTo(core, 'Look around.');
    expect(reply).toMatchObject({ content: 'Never mind.', metadata: { delivery: 'complete' } });
    const [, second, third, fourth] = core.api.received;
    expect(second && toolAnswers(second)).toMatchObject([{ isError: true, content: expect.stringContaining('partId') }]);
    expect(second?.text).not.toContain('"error":"the planner');
    expect(third && toolAnswers(third)).toMatchObject([{ isError: false }]);
    expect(fourth && toolAnswers(fourth)).toMatchObject([{ isError: true }]);
  });

  it('that fail twice in a row end the turn politely', async () => {
    const core = await modelCore();
    core.api.answers(calls([['get_part', {}]]), calls([['get_part', { partId: 7 }]]), says('This is never asked for.'));
    const reply = await replyTo(core, 'Look around.');
    expect(core.api.received).toHaveLength(2);
    expect(reply).toMatchObject({ content: expect.stringContaining('it did not work'), metadata: { delivery: 'complete' } });
  });

  it('called without end are bounded', async () => {
    const core = await modelCore();
    core.api.answers(calls([['search_parts', {}]]));
    const reply = await replyTo(core, 'Look around.');
    expect(core.api.received).toHaveLength(STEPS_MAX);
    expect(reply).toMatchObject({ content: expect.stringContaining('enough for one reply'), metadata: { delivery: 'complete' } });
    for (const { body } of core.api.received) expect(body.max_tokens).toBeLessThanOrEqual(4096);
  });
});
