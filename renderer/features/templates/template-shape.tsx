import type { TemplatePart } from '../../../shared/contract/analysis.ts';
import { barWidth, shapeWords } from './model.ts';

/** A wording masked: a bar for each stretch of fixed text, as long as the text, and the slots between them. */
export function TemplateShape({ shape }: { shape: readonly TemplatePart[] }) {
  return (
    <span className="template-shape" role="img" aria-label={shapeWords(shape)} title={shapeWords(shape)}>
      {shape.map((part, index) =>
        'characters' in part ? (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity beyond their place
            key={index}
            className="template-masked"
            style={{ width: barWidth(part.characters) }}
          />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity beyond their place
          <SlotMark key={index} slot={part.slot} />
        ),
      )}
    </span>
  );
}

/** A slot as it stands in a wording; the gaps of a frame have no number. */
export function SlotMark({ slot }: { slot: number }) {
  return <span className="template-slot">{slot === 0 ? '…' : `{${slot}}`}</span>;
}
