import { openDatabase } from '../../../electron/engine/case/database.ts';
import { rewriteFile } from '../../../electron/engine/case/rewrite-file.ts';

/**
 * `PATH KEY OTHER_KEY [STAGE]`: changes the key of a case from one to the other and back until it is killed, by itself
 * at the named stage if one is given. Says when it begins, and after every change.
 */
const [path, one, other, fatal] = process.argv.slice(2);
const keys = [one, other].map((text) => {
  const [keyHex, saltHex] = text.split('/');
  return { keyHex, saltHex };
});
const act = { action: 'case.passphrase', author: 'tester', detail: {} };
openDatabase(path, { key: keys[0] }).close();
process.stdout.write('began\n');
for (let i = 0; ; i++) {
  const access = { path, key: keys[i % 2] };
  rewriteFile(
    { access, key: keys[(i + 1) % 2], act },
    {
      stage: (stage) => {
        if (stage === fatal) process.kill(process.pid, 'SIGKILL');
      },
    },
  );
  process.stdout.write('changed\n');
}
