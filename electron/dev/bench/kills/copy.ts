import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { annotate } from '../../../engine/annotations/annotate.ts';
import { reopenCase } from '../../../engine/case/open-case.ts';
import type { Change } from './model.ts';
import { keyFor, type Scene } from './scene.ts';

let number = 0;

/** Copies the closed case as a colleague would, who writes some notes into the copy: what a merge will bring. */
export async function makeCopy(scene: Scene): Promise<Change[]> {
  const path = join(scene.folder, 'copy.swcase');
  copyFileSync(scene.path, path);
  const open = await reopenCase({ path, key: await keyFor(scene, path, scene.passphrase) }, 'colleague');
  try {
    return Array.from({ length: 20 }, (): Change => {
      const on = `account:base_${scene.rng.int(0, 9)}`;
      const text = `by a colleague ${++number}`;
      annotate(open, on, 'comment', text);
      return [`comment ${text}`, on];
    });
  } finally {
    await open.close();
  }
}
