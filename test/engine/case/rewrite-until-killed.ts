import { rewriteFile } from '../../../electron/engine/case/rewrite-file.ts';

/** `PATH KEY OTHER_KEY STAGE`: changes the key of a case from one to the other, and kills itself at the named stage. */
const [path, before, after, fatal] = process.argv.slice(2);
const keyOf = (text: string) => {
  const [keyHex, saltHex] = text.split('/');
  return { keyHex, saltHex };
};
rewriteFile(
  {
    access: { path, key: keyOf(before) },
    key: keyOf(after),
    act: { action: 'case.passphrase', author: 'tester', detail: {} },
  },
  {
    stage: (stage) => {
      if (stage === fatal) process.kill(process.pid, 'SIGKILL');
    },
  },
);
