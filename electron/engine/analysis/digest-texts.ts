import type { Progress } from '../../../shared/contract/protocol.ts';
import { classifyCapability } from './content/classify-capability.ts';
import { flagContent } from './content/flag-content.ts';
import type { PromptTexts } from './prompt-texts.ts';
import { FrameTable } from './templates/frame-table.ts';
import { PASSES, TemplateMiner } from './templates/template-miner.ts';
import type { Skeleton } from './templates/template-types.ts';

/** What is known of prompt texts once they are put aside. Columns are indexed by the text's code, 1 + its place. */
export interface TextDigests {
  readonly count: number;
  /** Template of each text, 1-based index into `templates`; 0 where it follows none. */
  readonly templateOf: Uint32Array;
  readonly templates: readonly Template[];
  /** What a text is about apart from its template: equal for equal slot contents. */
  readonly item: Uint32Array;
  /** Bit mask of content forms. */
  readonly flags: Uint32Array;
  /** Index into `CAPABILITIES`. */
  readonly capability: Uint8Array;
}

export interface Template {
  /** Stable name: of a skeleton by its fixed words, of a hash by the hash. */
  readonly id: string;
  /** The skeleton with its slots as {1}; what stands for it where there is no text. */
  readonly text: string;
  readonly requests: number;
  /** Content words in its fixed text; 0 where only a hash is known. */
  readonly fixedWords: number;
  /** The same words each time, nothing filled in. */
  readonly verbatim: boolean;
  readonly slots: number;
}

const REPORT_TEXTS = 10_000;

/**
 * Goes through all texts three times and reduces each to numbers. It needs nothing of the requests, so that they can
 * be read when what it takes is free again.
 */
export function digestTexts(
  texts: Pick<PromptTexts, 'count' | 'text' | 'requestsOf'>,
  progress: (done: Progress) => void,
): TextDigests {
  const flags = new Uint32Array(texts.count + 1);
  const capability = new Uint8Array(texts.count + 1);
  const templateOf = new Uint32Array(texts.count + 1);
  const item = new Uint32Array(texts.count + 1);
  if (texts.count === 0) return { count: 0, templateOf, templates: [], item, flags, capability };
  const miner = new TemplateMiner();
  const frames = new FrameTable(texts.count);
  for (let pass = 0; pass < PASSES; pass++) {
    for (let place = 0; place < texts.count; place++) {
      if (pass === 0) {
        const text = texts.text(place);
        miner.add(() => text, texts.requestsOf(place));
        frames.add(place, text);
        flags[place + 1] = flagContent(text);
        capability[place + 1] = classifyCapability(miner.scanner);
      } else {
        miner.add(() => texts.text(place), texts.requestsOf(place));
      }
      if (place % REPORT_TEXTS === 0)
        progress({
          stage: `templates, pass ${pass + 1} of ${PASSES}`,
          done: place,
          total: texts.count,
          unit: 'texts',
        });
    }
    if (pass === 0) frames.settle((place) => texts.text(place));
    miner.endPass();
  }
  const found = miner.finish();
  const templates = found.skeletons.map(skeletal);
  templateOf.set(found.skeleton, 1);
  item.set(found.item, 1);
  addFrames(texts.count, frames, templates, templateOf, item);
  return { count: texts.count, templateOf, templates, item, flags, capability };
}

/**
 * A frame tells authors apart that a skeleton of one shared sentence throws together, so a text with a recurring
 * frame belongs to the frame; every text of it counts as a filling of its own.
 */
function addFrames(
  texts: number,
  frames: FrameTable,
  templates: Template[],
  templateOf: Uint32Array,
  item: Uint32Array,
): void {
  const known = new Map<number, number>();
  for (let place = 0; place < texts; place++) {
    const own = templateOf[place + 1];
    if (own > 0 && templates[own - 1].verbatim) continue;
    const frame = frames.frameAt(place);
    if (!frame) continue;
    let template = known.get(frame.hash);
    if (template === undefined) {
      template = templates.push({
        id: `frame ${frame.hash.toString(16).padStart(13, '0')}`,
        text: frame.text,
        requests: 0,
        fixedWords: frame.words,
        verbatim: false,
        slots: 1,
      });
      known.set(frame.hash, template);
    }
    templateOf[place + 1] = template;
    item[place + 1] = place + 1;
  }
}

function skeletal({ id, text, requests, fixedWords, verbatim, slots }: Skeleton): Template {
  return { id, text, requests, fixedWords, verbatim, slots: slots.length };
}
