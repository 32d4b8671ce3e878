import { exhibitQuestion, type PinnedExhibit } from '../../../shared/contract/exhibits.ts';
import { ExhibitRows } from '../findings/exhibit-rows.tsx';
import { LiveActivity } from './live-activity.tsx';
import { LiveLink } from './live-link.tsx';
import { LiveOperator } from './live-operator.tsx';
import { LivePartition } from './live-partition.tsx';
import { LiveSignals } from './live-signals.tsx';
import { LiveSynchrony } from './live-synchrony.tsx';
import { LiveTemplate } from './live-template.tsx';

/** Whether this version knows what an exhibit asks, so that it can be drawn anew. */
export function hasLiveChart(query: string, args: unknown): boolean {
  return exhibitQuestion.safeParse({ query, args }).success;
}

interface Props {
  readonly query: string;
  readonly args: unknown;
  readonly exhibit: PinnedExhibit;
  /** Its place among the exhibits of its finding. */
  readonly number: number;
}

/**
 * What an exhibit asks, answered now by the chart that the views have for it; as a table where they have none. No
 * question can be answered with texts of prompts: the engine refuses statements that read them.
 */
export function LiveChart({ query, args, exhibit, number }: Props) {
  const question = exhibitQuestion.safeParse({ query, args });
  if (!question.success) return null;
  switch (question.data.query) {
    case 'activity':
      return <LiveActivity {...question.data.args} />;
    case 'signals':
      return <LiveSignals {...question.data.args} />;
    case 'operator':
      return <LiveOperator {...question.data.args} />;
    case 'link':
      return <LiveLink {...question.data.args} />;
    case 'template':
      return <LiveTemplate {...question.data.args} />;
    case 'synchrony':
      return <LiveSynchrony {...question.data.args} />;
    case 'partition':
      return <LivePartition {...question.data.args} />;
    case 'profile':
    case 'filter':
    case 'sql':
      return <ExhibitRows exhibit={exhibit} number={number} />;
  }
}
