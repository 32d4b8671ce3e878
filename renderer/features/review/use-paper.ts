import { useEffect, useState } from 'react';
import { exhibitPicture } from '../../../shared/contract/exhibits.ts';
import { getMatrix, type Matrix } from '../../../shared/contract/hypotheses.ts';
import type { Review } from '../../../shared/contract/review.ts';
import { engine } from '../../engine.ts';
import { say } from '../../store/status.ts';
import { isCancelled, messageOf } from '../../ui/message-of.ts';
import { useWalk } from './walk-store.ts';

/** What a print of the review needs beside what is on screen. */
export interface Paper {
  /** By finding. */
  readonly matrices: ReadonlyMap<string, Matrix>;
  /** URLs of the pictures as pinned, by exhibit; those without one are left out. */
  readonly pictures: ReadonlyMap<string, string>;
}

/** Reads all of it before anything is printed; null until then. What cannot be read ends the print, and that is said. */
export function usePaper({ findings }: Review): Paper | null {
  const [paper, setPaper] = useState<Paper | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a print is of the review as it was when it began
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    const urls: string[] = [];
    const read = async () => {
      const matrices = new Map<string, Matrix>();
      const pictures = new Map<string, string>();
      for (const { id, exhibits } of findings) {
        matrices.set(id, await engine.call(getMatrix, { finding: id }, { signal }));
        for (const exhibit of exhibits) {
          const svg = exhibit.picture && (await engine.call(exhibitPicture, { id: exhibit.id }, { signal }));
          if (!svg) continue;
          const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
          urls.push(url);
          pictures.set(exhibit.id, url);
        }
      }
      if (!signal.aborted) setPaper({ matrices, pictures });
    };
    read().catch((error: unknown) => {
      if (signal.aborted || isCancelled(error)) return;
      say(messageOf(error));
      useWalk.setState({ printing: null });
    });
    return () => {
      abort.abort();
      for (const url of urls) URL.revokeObjectURL(url);
    };
  }, []);
  return paper;
}
