import { type EvidenceFamily, LIKELIHOODS, type Likelihood } from '../../../shared/contract/analysis.ts';

export { percentWords as formatPrior } from '../../../shared/assumptions.ts';
export { kindWords } from '../../../shared/evidence-kinds.ts';

/** `0.271`; `< 0.001` for what three digits do not tell from none. */
export function formatScore(score: number): string {
  return score > 0 && score < 0.0005 ? '< 0.001' : score.toFixed(3);
}

/** `+22.5`, `−10.0`, `0.0`: evidence in bits, always with its sign. */
export function formatBits(bits: number): string {
  const text = Math.abs(bits).toFixed(1);
  if (text === '0.0') return text;
  return `${bits > 0 ? '+' : '−'}${text}`;
}

/** Place of a likelihood among the words: 0 for the least, 6 for the most likely. */
export function likelihoodStep(likelihood: Likelihood): number {
  return LIKELIHOODS.indexOf(likelihood);
}

/** From 'likely' on somebody has to decide what to do. */
export function needsDecision(likelihood: Likelihood): boolean {
  return likelihoodStep(likelihood) >= LIKELIHOODS.indexOf('likely');
}

export const FAMILY_WORDS: Readonly<Record<EvidenceFamily, string>> = {
  content: 'content',
  pacing: 'pacing',
  fingerprint: 'fingerprint',
  timeline: 'timeline',
  identity: 'identity',
  coordination: 'coordination',
};

/** What became of a prediction. */
export function holdsWords(holds: boolean | null): string {
  if (holds === null) return 'cannot be told';
  return holds ? 'holds' : 'does not hold';
}
