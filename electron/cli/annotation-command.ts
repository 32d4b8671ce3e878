import type { AnnotationKind } from '../../shared/contract/annotations.ts';
import { annotate } from '../engine/annotations/annotate.ts';
import { type Command, required, UsageError } from './command.ts';
import { shown } from './table.ts';
import { CASE_OPTIONS, withCase } from './with-case.ts';

/** A command that writes one annotation of a kind; `text` names its second argument in words. */
export function annotationCommand(about: {
  kind: AnnotationKind;
  usage: string;
  about: string;
  text: string;
}): Command {
  return {
    usage: about.usage,
    about: about.about,
    options: { ...CASE_OPTIONS, on: { type: 'string' } },
    async run({ words, options }) {
      const path = required(words, 0, 'The path of the case');
      const text = required(words, 1, about.text);
      const { on } = options;
      if (typeof on !== 'string') throw new UsageError('--on REFERENCE is missing, as in --on account:ID.');
      const annotation = await withCase(path, options, (open) => annotate(open, on, about.kind, text));
      return { json: { annotation }, text: `Wrote the ${about.kind} on ${shown(annotation.on)}.` };
    },
  };
}
