import type { Progress } from '../../../shared/contract/protocol.ts';
import { classifyCapability } from './content/classify-capability.ts';
import { flagContent } from './content/flag-content.ts';
import type { Dataset } from './dataset.ts';
import type { PromptTexts } from './prompt-texts.ts';
import { FrameTable } from './templates/frame-table.ts';
import { hashTemplates } from './templates/hash-templates.ts';
import { PASSES, TemplateMiner } from './templates/template-miner.ts';
import type { Skeleton } from './templates/template-types.ts';

/** What is known of prompts once their texts are put aside. Index of the prompt columns: the prompt's code. */
export interface PromptDigests {
  /** Template of each row, 1-based index into `templates`; 0 where it follows none. */
  readonly template: Uint32Array;
  readonly templates: readonly Template[];
  /** What a prompt is about apart from its template: equal for equal slot contents. */
  readonly item: Uint32Array;
  /** Bit mask of content forms; 0 for prompts known by hash alone. */
  readonly flags: Uint32Array;
  /** Index into `CAPABILITIES`; 0 ('other') for prompts known by hash alone. */
  readonly capability: Uint8Array;
  /** Prompts that have a text. */
  readonly texts: number;
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

/** Goes through all texts three times and reduces each to numbers. Without texts, given hashes stand in for templates. */
export function digestPrompts(
  data: Dataset,
  texts: PromptTexts,
  progress: (done: Progress) => void,
): PromptDigests {
  const item = Uint32Array.from({ length: data.prompts + 1 }, (_, code) => code);
  const flags = new Uint32Array(data.prompts + 1);
  const capability = new Uint8Array(data.prompts + 1);
  if (texts.count === 0) {
    const { template, templates } = hashTemplates(data);
    return { template, templates: templates.map(hashed), item, flags, capability, texts: 0 };

    function hashed({ kind, code, requests }: (typeof templates)[number]): Template {
      const id = kind === 'prompt' ? `prompt ${code}` : data.systemHash.values[code - 1];
      const text = kind === 'prompt' ? 'A whole prompt, known by its hash' : `System prompt with hash ${id}`;
      return {
        id,
        text,
        requests,
        fixedWords: 0,
        verbatim: kind === 'prompt',
        slots: kind === 'prompt' ? 0 : 1,
      };
    }
  }
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
    miner.endPass();
  }
  frames.settle((place) => texts.text(place));
  const found = miner.finish();
  const templates = found.skeletons.map(skeletal);
  const templateOf = new Uint32Array(texts.count + 1);
  templateOf.set(found.skeleton, 1);
  item.set(found.item, 1);
  addFrames(texts.count, frames, templates, templateOf, item);
  const template = new Uint32Array(data.rows);
  for (let i = 0; i < data.rows; i++) {
    if (data.prompt[i] <= texts.count) template[i] = templateOf[data.prompt[i]];
  }
  return { template, templates: counted(templates, template), item, flags, capability, texts: texts.count };
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

/** The templates with the requests that are left to them. */
function counted(templates: readonly Template[], template: Uint32Array): Template[] {
  const requests = new Uint32Array(templates.length + 1);
  for (const code of template) requests[code]++;
  return templates.map((one, t) => ({ ...one, requests: requests[t + 1] }));
}

function skeletal({ id, text, requests, fixedWords, verbatim, slots }: Skeleton): Template {
  return { id, text, requests, fixedWords, verbatim, slots: slots.length };
}
