/**
 * Merges two parts, or takes the merge back, and is killed right before one of the statements that can leave a trace on the disk: BEGIN, COMMIT and
 * everything that writes. Started by actions.test.ts. Prints how many of them there are when it was not to die.
 */
import { personOf } from '../../electron/core/actions/actor.ts';
import { openConnection } from '../../electron/core/db/connection.ts';
import { mergeParts } from '../../electron/core/parts/part-unions.ts';
import { ActionId, PartId, UserId } from '../../shared/ids.ts';
import { busOn } from './family.ts';
import { watchStatements } from './watch-statements.ts';

const [file = '', key = '', user = '', what = '', one = '', other = '', last = ''] = process.argv.slice(2);
const connection = openConnection(file, Buffer.from(key, 'hex'), { create: false });
const bus = busOn(connection, 5_000);
const me = personOf(UserId.parse(user));
let statements = 0;
watchStatements(connection.sqlite, ({ source, readonly }) => {
  if (readonly && !/^(?:BEGIN|COMMIT)/u.test(source)) return;
  statements += 1;
  if (statements === Number(last)) process.kill(process.pid, 'SIGKILL');
});
if (what === 'merge') bus.perform(me, mergeParts, { partId: PartId.parse(one), intoPartId: PartId.parse(other) });
else bus.undo(me, [ActionId.parse(one)], false);
process.stdout.write(String(statements));
