import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { begin, calls, fakeMessagesApi, finish, says, writeBlock } from '../support/fake-messages-api.ts';
import { temporaryFolder } from '../support/test-core.ts';
import { hasChromium, openBrowser } from './support/chromium.ts';
import { livedProfile } from './support/lived-profile.ts';
import { startHost } from './support/host.ts';
import { say, unlock, visit } from './support/steps.ts';

const serious = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id);
};

describe.skipIf(!hasChromium)('a model on this computer', () => {
  it('is chosen after its request was seen, answers with what it did in plain words, and the guide takes over when it is gone', async () => {
    const dataDir = temporaryFolder();
    await livedProfile(dataDir);
    const api = await fakeMessagesApi();
    const host = await startHost(dataDir);
    const { context, page, problems } = await openBrowser(temporaryFolder());
    try {
      await host.signIn(page);
      await unlock(page);
      await visit(page, 'Settings');
      const section = page.getByRole('region', { name: 'Companion' });
      await section.getByText('The built-in guide answers.', { exact: true }).waitFor();
      await section.getByRole('radio', { name: /A model on this computer/u }).click();
      const address = section.getByRole('textbox', { name: 'Address on this computer' });
      await address.fill('http://example.com');
      await address.blur();
      await section.getByText(/Only an address on this computer/u).waitFor();
      await address.fill(api.address);

      // The switch over all of it is off.
      await section.getByRole('button', { name: 'Test connection' }).click();
      await section.getByText(/Connections are turned off/u).waitFor();
      expect(api.connections()).toBe(0);
      await section.getByRole('checkbox', { name: 'Allow connections' }).click();
      await section.getByRole('button', { name: 'Test connection' }).click();
      await section.getByText('The server answers. It has 2 models.').waitFor();
      expect(await section.getByRole('combobox', { name: 'Model' }).inputValue()).toBe('small-model');

      await section.getByRole('button', { name: 'Use this model' }).click();
      const dialog = page.getByRole('dialog', { name: 'What is sent' });
      await dialog.getByText(`${api.address}/v1/messages`).waitFor();
      await dialog.getByText('The whole request, sign by sign').click();
      await dialog.getByText('"max_tokens": 4096').waitFor();
      expect(await serious(page)).toEqual([]);
      expect(api.received).toEqual([]);
      await dialog.getByRole('button', { name: 'Turn it on' }).click();
      await section.getByText('A model on this computer answers (small-model).').waitFor();
      expect(await serious(page)).toEqual([]);

      await visit(page, 'Chat');
      api.answers(
        calls([['search_parts', { find: 'Planner' }]]),
        (response, { body }) => {
          const partId = /"partId\\?":\\?"([\w-]+)/u.exec(JSON.stringify(body.messages.at(-1)))?.[1];
          const other = /"partId\\?":\\?"([\w-]+)\\?",\\?"name\\?":\\?"The Harbour Pilot/u.exec(JSON.stringify(body.messages))?.[1];
          const messageId = [...JSON.stringify(body.messages).matchAll(/\[message ([\w-]+)\]/gu)].at(-1)?.[1];
          begin(response);
          writeBlock(response, 0, { type: 'tool_use', name: 'get_part', input: { partId } });
          const offer = {
            messageId,
            fromPartId: partId,
            toPartId: other,
            type: 'polarized',
            level: 4,
            quote: 'pull me apart',
            confidence: 0.6,
          };
          writeBlock(response, 1, { type: 'tool_use', name: 'propose_relationship', input: offer });
          finish(response, 'tool_use');
        },
        says('It sounds as if the planner and the pilot each want the wheel.'),
      );
      await say(page, 'My planner and my pilot pull me apart.');
      const reply = page.getByRole('article', { name: 'Companion' }).last();
      await reply.getByText('each want the wheel').waitFor();
      const done = reply.getByRole('list', { name: 'What the companion did' });
      await done.getByText('looked at The Planner').waitFor();
      await done.getByText('suggested how they relate: The Planner and The Harbour Pilot').waitFor();
      const card = page.getByRole('group', { name: 'Proposal: The Planner – The Harbour Pilot' });
      await card.getByText('at odds (4 of 10) with').waitFor();
      expect(await serious(page)).toEqual([]);
      await card.getByRole('button', { name: 'Accept' }).click();
      await card.getByText('This is now on record.').waitFor();

      await page.getByRole('button', { name: 'On this computer. What is sent' }).click();
      await page.getByRole('dialog', { name: 'What is sent' }).getByText(`${api.address}/v1/messages`).waitFor();
      await page.keyboard.press('Escape');

      await api.close();
      await say(page, 'Are you still there?');
      const guide = page.getByRole('article', { name: 'Companion' }).last();
      await guide.getByText('The model can’t be reached just now, so the built-in guide answers.').waitFor();
      expect(problems).toEqual([]);
    } finally {
      await context.close();
      await host.stop();
      await api.close();
    }
  });
});
