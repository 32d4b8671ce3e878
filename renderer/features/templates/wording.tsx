import { revealTemplate, type TemplateRow } from '../../../shared/contract/analysis.ts';
import { engine } from '../../engine.ts';
import { Shown } from '../../ui/shown.tsx';
import { Revealable } from '../search/reveal.tsx';
import { maskedShape } from './model.ts';
import { SlotTable } from './slot-table.tsx';
import { SlotMark, TemplateShape } from './template-shape.tsx';
import '../search/search.css';

/** Wordings are kept up to 2,000 characters. */
const SHOWN_CHARACTERS = 2_500;

/** The wording of a template, masked until it is revealed, and what its slots are filled with. */
export function Wording({ template }: { template: TemplateRow }) {
  if (template.name !== null) {
    return (
      <p className="wrap">
        <Shown text={template.name} /> <span className="soft">The data give no text of it.</span>
      </p>
    );
  }
  return (
    <>
      <TemplateShape shape={template.shape} />
      <Revealable
        ask={() => engine.call(revealTemplate, { id: template.id })}
        noun="wording"
        masked={maskedShape(template)}
        show={({ parts }) => (
          <p className="template-wording">
            {parts.map((part, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity beyond their place
              <span key={index}>
                {'slot' in part ? (
                  <SlotMark slot={part.slot} />
                ) : (
                  <Shown text={part.text} max={SHOWN_CHARACTERS} lines />
                )}{' '}
              </span>
            ))}
          </p>
        )}
      />
      {template.from === 'skeleton' && template.slots.length > 0 && <SlotTable slots={template.slots} />}
    </>
  );
}
