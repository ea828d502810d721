import { type Command, Option } from 'commander';
import { partSorts } from '../../shared/contracts/parts.ts';
import { type PartRole, type PartStatus, evidenceKinds, partRoles, partStatuses } from '../../shared/entities/part.ts';
import { relationshipTypes } from '../../shared/entities/relationship.ts';
import type { CommandContext } from './command-context.ts';
import { assess, judgementTypes, selfQualities, sixFs } from './commands/assess.ts';
import { addEvidence, createPart, deletePart, mergeParts, removeEvidence, setPartStatus, splitPart } from './commands/change-parts.ts';
import { type PartFilter, listParts } from './commands/parts.ts';
import { relate } from './commands/relate.ts';
import { showPart } from './commands/show-part.ts';

const roleOption = () => new Option('--role <role>', 'what it does').choices(partRoles).default('unknown');

/** The commands about parts, their relationships and what their person thinks of them. */
export const addPartCommands = (program: Command, context: () => CommandContext): void => {
  program
    .command('parts')
    .description('list your parts')
    .addOption(new Option('--status <status>', 'only those of this status').choices(partStatuses))
    .addOption(new Option('--role <role>', 'only those of this role').choices(partRoles))
    .option('--find <text>', 'only those with this in their name, their story or the words that speak for them')
    .addOption(new Option('--sort <order>', 'what comes first').choices(partSorts).default('changed'))
    .action((filter: PartFilter) => listParts(context(), filter));

  const part = program.command('part').description('one of your parts');
  part
    .command('create')
    .description('make a part')
    .argument('[name]')
    .option('--name <name>', 'what to call it, instead of the bare name')
    .addOption(roleOption())
    .option('--story <text>', 'its story')
    .option('--emoji <emoji>', 'a sign for it')
    .option('--age <text>', 'how old it seems')
    .action((name: string | undefined, options: Parameters<typeof createPart>[2]) => createPart(context(), name, options));
  part
    .command('show')
    .description('show a part with all its evidence, relationships and assessments')
    .argument('<id>')
    .action((id: string) => showPart(context(), id));
  part
    .command('set-status')
    .description(`take a part one step on: ${partStatuses.join(', ')}`)
    .argument('<id>')
    .addArgument(part.createArgument('<status>').choices(partStatuses))
    .action((id: string, status: PartStatus) => setPartStatus(context(), id, status));
  part
    .command('add-evidence')
    .description('add words of your own that speak for a part')
    .argument('<id>')
    .requiredOption('--quote <text>', 'the words, as you said them')
    .addOption(new Option('--kind <kind>', 'what they show').choices(evidenceKinds).default('behaviour'))
    .option('--message <id>', 'the message of yours they stand in; without it they are said now')
    .action((id: string, options: Parameters<typeof addEvidence>[2]) => addEvidence(context(), id, options));
  part
    .command('remove-evidence')
    .description('take words off the part they were kept for; can be undone')
    .argument('<evidenceId>')
    .action((id: string) => removeEvidence(context(), id));
  part
    .command('merge')
    .description('make one part of two; the second one stays')
    .argument('<id>')
    .argument('<intoId>')
    .action((id: string, intoId: string) => mergeParts(context(), id, intoId));
  part
    .command('split')
    .description('make a new part of some of the evidence of one')
    .argument('<id>')
    .requiredOption('--evidence <ids>', 'the evidence that goes over, with commas between')
    .requiredOption('--name <name>', 'what to call the new part')
    .addOption(roleOption())
    .action((id: string, options: { evidence: string; name: string; role: PartRole }) => splitPart(context(), id, options));
  part
    .command('delete')
    .description('delete a part with its evidence, relationships and assessments; can be undone')
    .argument('<id>')
    .action((id: string) => deletePart(context(), id));

  program
    .command('relate')
    .description('say how two parts relate; a protector comes before its exile')
    .argument('<from>')
    .argument('<to>')
    .addOption(new Option('--type <type>', 'how').choices(relationshipTypes).makeOptionMandatory())
    .option('--level <number>', 'how strongly polarized parts pull, 0 to 10')
    .option('--notes <text>', 'in your own words')
    .action((from: string, to: string, options: Parameters<typeof relate>[3]) => relate(context(), from, to, options));
  program
    .command('assess')
    .description('record your own judgement about a part')
    .argument('<id>')
    .addOption(new Option('--type <type>', 'what is judged').choices(judgementTypes).makeOptionMandatory())
    .option('--score <number>', 'identification: how sure it is a part, 0 to 1')
    .option('--scores <pairs>', `self_energy: such as calm=0.6,courage=0.2; of ${selfQualities.join(', ')}`)
    .addOption(new Option('--reached <step>', 'six_fs: how far you have come').choices(sixFs))
    .option('--note <text>', 'why')
    .option('--evidence <ids>', 'the evidence it rests on, with commas between')
    .action((id: string, options: Parameters<typeof assess>[2]) => assess(context(), id, options));
};
