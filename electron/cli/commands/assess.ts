import { AssessmentNote, Judgement } from '../../../shared/entities/assessment.ts';
import { EvidenceId, PartId } from '../../../shared/ids.ts';
import { ask } from '../ask.ts';
import type { CommandContext } from '../command-context.ts';
import { Failure } from '../failure.ts';
import { facts } from '../output.ts';
import { readId, readIds } from '../read-id.ts';
import { readValue } from '../read-value.ts';
import { judgementText } from './show-part.ts';

const [, SelfEnergy, SixFs] = Judgement.options;
export const judgementTypes = Judgement.options.map(({ shape }) => shape.type.value);
export const selfQualities = SelfEnergy.shape.scores.keyType.options;
export const sixFs = SixFs.shape.reached.options;

type Values = { score?: string; scores?: string; reached?: string };
type Assessing = Values & { type: Judgement['type']; note?: string; evidence?: string };

/** Records the person’s own judgement about a part. */
export const assess = async (context: CommandContext, id: string, options: Assessing): Promise<void> => {
  const partId = readId(PartId, id, 'trailhead parts');
  const judgement = readJudgement(options.type, options);
  const note = readValue(AssessmentNote, options.note ?? '');
  const evidenceIds = options.evidence === undefined ? [] : readIds(EvidenceId, options.evidence, 'trailhead part show');
  const assessment = await context.withProfile((core) => ask(core, 'assessments.record', { partId, judgement, note, evidenceIds }));
  await context.print(assessment, () =>
    facts([
      ['Assessment', assessment.judgement.type],
      ['Id', assessment.id],
      ['Part', assessment.partId],
      ['Judgement', judgementText(assessment.judgement)],
      ['Note', assessment.note],
    ]),
  );
};

/** The one option that holds the value of each type. */
const optionOf = { identification: 'score', self_energy: 'scores', six_fs: 'reached' } as const;

const readJudgement = (type: Judgement['type'], { score, scores, reached }: Values): Judgement => {
  const given = Object.entries({ score, scores, reached }).filter(([, text]) => text !== undefined);
  const [first] = given;
  if (first?.[0] !== optionOf[type] || given.length > 1)
    throw new Failure(`An assessment of type ${type} takes --${optionOf[type]}, and no other value.`, 2);
  switch (type) {
    case 'identification':
      return readValue(Judgement, { type, score: toNumber(score) });
    case 'self_energy':
      return readValue(Judgement, { type, scores: readScores(scores ?? '') });
    case 'six_fs':
      return readValue(Judgement, { type, reached });
  }
};

/** `calm=0.6,courage=0.2` */
const readScores = (typed: string): Record<string, number> => {
  const scores = new Map<string, number>();
  for (const pair of typed.split(',')) {
    const [quality = '', score, ...rest] = pair.split('=').map((text) => text.trim());
    if (!selfQualities.some((known) => known === quality) || score === undefined || rest.length > 0)
      throw new Failure(`--scores takes pairs such as calm=0.6,courage=0.2, of ${selfQualities.join(', ')}.`, 2);
    if (scores.has(quality)) throw new Failure(`--scores names ${quality} twice.`, 2);
    scores.set(quality, toNumber(score));
  }
  return Object.fromEntries(scores);
};

const toNumber = (typed = ''): number => (typed.trim() === '' ? Number.NaN : Number(typed));
