import type { PartAttributes } from '../../../shared/entities/part.ts';
import { emptySafetyPlan } from '../../../shared/entities/safety.ts';
import { seededProfile } from '../../support/seeded-profile.ts';
import type { TestCore } from '../../support/test-core.ts';
import { passphrase } from './steps.ts';
import { rememberStory, storySummary } from './story-memory.ts';
import { fillStory } from './story.ts';

/** A profile that looks lived in: the told journal, and what its person did with it since. */
export const livedProfile = (dataDir: string): Promise<void> =>
  seededProfile(
    dataDir,
    { label: 'K.M.', passphrase, remember: rememberStory, composeSummary: storySummary },
    (table, userId) => fillStory(table, userId, Date.now()),
    workWithParts,
  );

const plannerStory = `It keeps the calendar, and it is *tired* of it.

- It began the spring we moved twice.
- It thinks that **nobody else** would notice the gaps.

> “If I stop counting, something will fall.”`;

async function workWithParts(core: TestCore): Promise<void> {
  const { items } = await core.ask('parts.list', { limit: 50 });
  const part = (name: string) => {
    const found = items.find((one) => one.name === name);
    if (!found) throw new Error(`The story has no ${name}.`);
    return found;
  };
  const [planner, small, off, grey, pilot] = [
    part('The Planner'),
    part('The Small One'),
    part('The Off Switch'),
    part('The Quiet Grey'),
    part('The Harbour Pilot'),
  ];
  const minute = () => core.clock.advance(60_000);
  const attributes: PartAttributes = {
    ...planner.attributes,
    hue: 215,
    age: 'about thirty',
    feelings: ['restless', 'proud'],
    beliefs: ['If it is written down it cannot hurt us.'],
    bodySense: ['a band around the forehead'],
    triggers: ['a message that says “can we talk”'],
    needs: ['someone who keeps watch with it'],
    fears: ['that the small one is asked to decide'],
  };
  await core.ask('parts.update', { partId: planner.id, story: plannerStory, attributes });
  minute();
  await core.ask('relationships.create', {
    ...{ fromPartId: planner.id, toPartId: small.id, type: 'protector-exile' },
    notes: 'It plans so that the small one never has to wait at the door.',
  });
  minute();
  await core.ask('relationships.create', { fromPartId: planner.id, toPartId: off.id, type: 'polarized', level: 7 });
  minute();
  await core.ask('relationships.create', { fromPartId: pilot.id, toPartId: planner.id, type: 'allied' });
  minute();
  await core.ask('relationships.create', { fromPartId: off.id, toPartId: small.id, type: 'protector-exile' });
  minute();
  await core.ask('assessments.record', {
    partId: planner.id,
    judgement: { type: 'self_energy', scores: { calm: 0.3, curiosity: 0.5, clarity: 0.7, courage: 0.4, compassion: 0.25 } },
  });
  core.clock.advance(3_600_000);
  await core.ask('assessments.record', {
    partId: planner.id,
    judgement: {
      type: 'self_energy',
      scores: {
        ...{ calm: 0.55, curiosity: 0.7, clarity: 0.75, compassion: 0.6 },
        ...{ confidence: 0.5, courage: 0.65, creativity: 0.35, connectedness: 0.45 },
      },
    },
    note: 'After the walk. It let me look at the list with it.',
  });
  minute();
  await core.ask('assessments.record', { partId: planner.id, judgement: { type: 'six_fs', reached: 'befriend' } });
  minute();
  await core.ask('notes.create', {
    ...{ kind: 'letter', partId: planner.id, title: 'Letter to The Planner' },
    content:
      'Dear Planner,\n\nI saw the spreadsheet this morning and for once I did not close it. You had put the visit in three colours.\n\nI think you are afraid that nobody comes to the door in time. I would like to sit with you while you count, and see whether you can stop at a hundred.\n\nThank you for every bus we did not miss.',
  });
  minute();
  await core.ask('notes.create', { partId: small.id, content: 'Ask it what it would like to be told before the visit.' });
  minute();
  await core.ask('safety.savePlan', {
    ...emptySafetyPlan,
    warningSigns: 'I stop answering the phone.\nI count hours instead of sleeping.',
    whatHelpsAlone: 'Shoes on, to the canal and back. Then the kettle.',
    peopleAndPlaces: 'The library on the corner, the table by the radiator.',
    worthLivingFor: 'The garden in May. Dana’s laugh.',
  });
  await core.ask('safety.addContact', {
    name: 'Dana',
    phone: '020 7946 0958',
    notes: 'Up until midnight. “It is one of those nights” is enough.',
  });
  await core.ask('safety.addContact', { name: 'The practice', phone: '020 7946 0111' });
  minute();
  await core.ask('parts.update', { partId: grey.id, name: 'The Fog' });
  const renamed = (await core.ask('actions.list', { limit: 1 })).items[0];
  minute();
  if (renamed) await core.ask('actions.undo', { actionId: renamed.id });
}
