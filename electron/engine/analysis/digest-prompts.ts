import type { Dataset } from './dataset.ts';
import type { Template, TextDigests } from './digest-texts.ts';
import { hashTemplates } from './templates/hash-templates.ts';

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

/** Spreads what texts were reduced to over the requests. Without texts, given hashes stand in for templates. */
export function digestPrompts(data: Dataset, texts: TextDigests): PromptDigests {
  const columns = columnsFor(data.prompts, texts);
  if (texts.count === 0) {
    const { template, templates } = hashTemplates(data);
    return { template, templates: templates.map(hashed), ...columns, texts: 0 };

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
  const template = new Uint32Array(data.rows);
  for (let i = 0; i < data.rows; i++) {
    if (data.prompt[i] <= texts.count) template[i] = texts.templateOf[data.prompt[i]];
  }
  return { template, templates: counted(texts.templates, template), ...columns, texts: texts.count };
}

/** The columns of the texts, longer by the prompts that are known by hash alone: each is about itself. */
function columnsFor(
  prompts: number,
  { count, item, flags, capability }: TextDigests,
): Pick<PromptDigests, 'item' | 'flags' | 'capability'> {
  if (prompts === count) return { item, flags, capability };
  const all = {
    item: new Uint32Array(prompts + 1),
    flags: new Uint32Array(prompts + 1),
    capability: new Uint8Array(prompts + 1),
  };
  all.item.set(item);
  all.flags.set(flags);
  all.capability.set(capability);
  for (let code = count + 1; code <= prompts; code++) all.item[code] = code;
  return all;
}

/** The templates with the requests that are left to them. */
function counted(templates: readonly Template[], template: Uint32Array): Template[] {
  const requests = new Uint32Array(templates.length + 1);
  for (const code of template) requests[code]++;
  return templates.map((one, t) => ({ ...one, requests: requests[t + 1] }));
}
