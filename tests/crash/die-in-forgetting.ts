/**
 * Opens a profile's rows, begins to forget or goes on with what was begun, and is killed right before one of the statements that can leave a trace on
 * the disk. Started by forgetting.test.ts. Prints how many of them there are when it was not to die.
 */
import { personOf } from '../../electron/core/actions/actor.ts';
import { openConnection } from '../../electron/core/db/connection.ts';
import { truncateLog } from '../../electron/core/db/log-truncation.ts';
import { createOwnerScopes } from '../../electron/core/db/owner-scope.ts';
import { createForgettingService } from '../../electron/core/forgetting/forgetting-service.ts';
import { createKeyedDigest } from '../../electron/core/memory/keyed-digest.ts';
import { ForgetTarget } from '../../shared/entities/forgetting.ts';
import { UserId } from '../../shared/ids.ts';
import { testClock, testIds } from '../support/test-core.ts';
import { watchStatements } from './watch-statements.ts';

const [file = '', key = '', user = '', target = '', last = ''] = process.argv.slice(2);
const databaseKey = Buffer.from(key, 'hex');
const connection = openConnection(file, databaseKey, { create: false });
const scopes = createOwnerScopes(connection);
const service = createForgettingService({
  scopeOf: ({ userId }) => scopes(userId),
  ...{ clock: testClock(), ids: testIds(0x5000_0000), signal: new AbortController().signal, composeSummary: () => '' },
  ...{ keyedDigest: createKeyedDigest(databaseKey), stopReplies: async () => undefined, onChange: () => undefined },
  traces: { copies: () => 0, clear: () => truncateLog(connection), readersBack: async () => undefined },
  onFailure: (error) => {
    throw error;
  },
});
let statements = 0;
watchStatements(connection.sqlite, ({ source, readonly }) => {
  if (readonly && !/^(?:BEGIN|COMMIT)/u.test(source)) return;
  statements += 1;
  if (statements === Number(last)) process.kill(process.pid, 'SIGKILL');
});
const actor = personOf(UserId.parse(user));
if (target === 'resume') await service.resume(actor);
else await service.forget(actor, ForgetTarget.parse(JSON.parse(target)));
process.stdout.write(String(statements));
