import type { TemplateSlot } from '../../../shared/contract/analysis.ts';
import { formatCount } from '../../ui/format.ts';
import { slotWords } from './model.ts';
import { SlotMark } from './template-shape.tsx';

/** What fills each slot, and how many different fillings it has. */
export function SlotTable({ slots }: { slots: readonly (TemplateSlot | null)[] }) {
  return (
    <table className="table slot-table" aria-label="Slots">
      <thead>
        <tr>
          <th scope="col">Slot</th>
          <th scope="col">Filled with</th>
          <th scope="col" className="number">
            Different fillings
          </th>
          <th scope="col" className="number">
            In so many texts
          </th>
        </tr>
      </thead>
      <tbody>
        {slots.map((slot, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a slot is its number
          <tr key={index}>
            <th scope="row">
              <SlotMark slot={index + 1} />
            </th>
            <td className={slot === null ? 'soft' : undefined}>{slotWords(slot)}</td>
            <td className="number">{slot === null ? '–' : formatCount(slot.distinct)}</td>
            <td className="number">{slot === null ? '–' : formatCount(slot.texts)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
