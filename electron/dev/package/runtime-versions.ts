import { createReadStream } from 'node:fs';

/** What an Electron is made of, as its own binary tells it. */
export interface RuntimeVersions {
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
}

const TOLD = {
  chromium: /Chrome\/(\d+\.\d+\.\d+\.\d+)\0? Electron\//,
  electron: /Electron v(\d+\.\d+\.\d+)\0/,
  node: /node\.js\/v(\d+\.\d+\.\d+)\0/,
} as const;

/** More than any of the texts is long, so that none is missed where two pieces meet. */
const OVERLAP_BYTES = 200;

/**
 * Reads the versions out of Electron's binary: `executable`, or its framework's library on macOS. A file beside it
 * tells Electron's version too, but anybody can have written that. Throws when the binary does not tell one of them.
 */
export async function readRuntimeVersions(executable: string): Promise<RuntimeVersions> {
  const found: { -readonly [Part in keyof RuntimeVersions]?: string } = {};
  let rest = '';
  for await (const piece of createReadStream(executable, { encoding: 'latin1', highWaterMark: 4 << 20 })) {
    const text = rest + piece;
    for (const part of ['electron', 'chromium', 'node'] as const) found[part] ??= TOLD[part].exec(text)?.[1];
    if (found.electron && found.chromium && found.node)
      return { electron: found.electron, chromium: found.chromium, node: found.node };
    rest = text.slice(-OVERLAP_BYTES);
  }
  throw new Error('The binary of Electron does not tell its versions; no package was made.');
}
