import crypto, { type BinaryLike, type ScryptOptions } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { type Stopwatch, startStopwatch, type Time } from './stopwatch.ts';

type Scrypt = (
  passphrase: BinaryLike,
  salt: BinaryLike,
  length: number,
  options: ScryptOptions,
  done: (error: Error | null, key: Buffer) => void,
) => void;

/**
 * From now on adds up what deriving keys of cases takes; returns a function that tells. That is slow on purpose, the
 * same for every import, and no part of what is compared.
 */
export function timeKeyDerivation(): Stopwatch {
  const scrypt: Scrypt = crypto.scrypt;
  let spent: Time = { seconds: 0, cpuSeconds: 0, machineSeconds: 0 };
  const timed: Scrypt = (passphrase, salt, length, options, done) => {
    const time = startStopwatch();
    scrypt(passphrase, salt, length, options, (error, key) => {
      const { seconds, cpuSeconds, machineSeconds } = time();
      spent = {
        seconds: spent.seconds + seconds,
        cpuSeconds: spent.cpuSeconds + cpuSeconds,
        machineSeconds: spent.machineSeconds + machineSeconds,
      };
      done(error, key);
    });
  };
  Object.assign(crypto, { scrypt: timed });
  syncBuiltinESMExports();
  return () => spent;
}
