import type { RequestColumns } from '../../../shared/contract/timeline.ts';
import { formatTime, zoneOf } from '../../../shared/time/zone.ts';
import { openTemplate } from '../../store/views.ts';
import { formatCount } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { followedBy, followedWords } from '../timeline/followed-words.ts';
import { requestReference } from './model.ts';

interface Props {
  readonly columns: RequestColumns;
  readonly index: number;
  readonly zone: string;
  readonly picked: string | null;
  readonly onPick: (reference: string) => void;
}

/** One request of a list: when, what it asked of which model, how that ended, and the template that it follows. */
export function RequestRow({ columns, index, zone, picked, onPick }: Props) {
  const reference = requestReference(columns, index);
  const followed = followedBy(columns, index);
  const number = (value: number) => (Number.isNaN(value) ? '–' : formatCount(value));
  return (
    <tr aria-current={picked === reference ? 'true' : undefined}>
      <td className="time">
        <button type="button" className="link" onClick={() => onPick(reference)}>
          {formatTime(zoneOf(zone), columns.timeUs[index], 'second')}
        </button>
      </td>
      <td>
        <Shown text={columns.dictionary[columns.model[index]] ?? ''} max={60} />
      </td>
      <td className={columns.failed[index] ? 'failed' : ''}>
        <Shown text={columns.dictionary[columns.status[index]] ?? ''} max={40} />
        {columns.failed[index] ? ' failed' : ''}
      </td>
      {followed && (
        <td className={followed.kind === 'kept' ? 'mono' : 'soft'}>
          {followed.kind === 'kept' ? (
            <button
              type="button"
              className="link"
              title="Open the template"
              onClick={() => openTemplate(followed.id)}
            >
              {followedWords(followed)}
            </button>
          ) : (
            followedWords(followed)
          )}
        </td>
      )}
      <td className="number">{number(columns.inputTokens[index])}</td>
      <td className="number">{number(columns.outputTokens[index])}</td>
      <td className="number">{number(columns.latencyMs[index])}</td>
    </tr>
  );
}
