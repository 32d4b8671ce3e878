import type { AccountScore, OperatorResult, SignalId } from '../../../../shared/contract/analysis.ts';
import type { Mechanism } from '../../../engine/sample/truth.ts';

/** How many reasons a person reads. */
const READ = 3;

/** The signals that show each planted mechanism; one without a signal, such as decoys, hides others and shows nothing. */
const SHOWN_BY: Readonly<Partial<Record<Mechanism, readonly SignalId[]>>> = {
  shared_template: ['S1', 'S2'],
  fixed_reasoning_prompt: ['S1', 'S2', 'S4'],
  reasoning_restated: ['S2', 'S4'],
  probing_phase: ['S4'],
  scale_up: ['S2', 'S4', 'S14'],
  tool_trace_harvest: ['S3', 'S5'],
  rubric_grading: ['S3', 'S5'],
  staged_refinement: ['S3', 'S5'],
  reasoning_cleaning: ['S3', 'S5'],
  no_repeat_sampling: ['S7'],
  complementary_sharding: ['S16'],
  equal_load_dispatch: ['S15'],
  synchronised_load: ['S14'],
  succession: ['S17'],
  hot_spare_switch: ['S17'],
  release_pivot: ['S11'],
  registration_batch: ['S18'],
  shared_payment: ['S13'],
  shared_header_fingerprint: ['S13'],
  shared_device: ['S13'],
  shared_network: ['S13'],
  shared_proxy_network: ['S13'],
  email_pattern: ['S13'],
  shared_system_prompt: ['S10'],
};

/** The signals read first for an account: its own and its operator's, most bits first, a signal once. */
export function topReasons(account: AccountScore, operator: OperatorResult | undefined): SignalId[] {
  const bits = new Map<SignalId, number>();
  for (const signal of [...account.signals, ...(operator?.signals ?? [])])
    bits.set(signal.id, Math.max(signal.bits, bits.get(signal.id) ?? 0));
  return [...bits]
    .filter(([, own]) => own > 0)
    .sort(([one, ofOne], [other, ofOther]) => ofOther - ofOne || (one < other ? -1 : 1))
    .slice(0, READ)
    .map(([id]) => id);
}

/** Whether one of the reasons shows a mechanism that was planted. */
export function isExplained(reasons: readonly SignalId[], planted: readonly Mechanism[]): boolean {
  return planted.some((mechanism) => SHOWN_BY[mechanism]?.some((id) => reasons.includes(id)));
}
