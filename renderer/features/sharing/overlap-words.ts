import { IDENTIFIER_KINDS } from '../../../shared/contract/records.ts';
import {
  OVERLAP_EVIDENCE,
  type Overlap,
  type OverlapEvidence,
  type OverlapResult,
} from '../../../shared/contract/sharing.ts';
import { formatCount, formatShare, formatUnits } from '../../ui/format.ts';
import { IDENTIFIER_TITLES } from '../account/record-model.ts';

const EVIDENCE: Readonly<Record<OverlapEvidence, string>> = {
  identifier: 'identifier',
  template: 'wording',
  timing: 'hours of activity',
};

/** What both have, in a word: the kind of identifier where it is one. */
export function evidenceWords({ evidence, kind }: Overlap): string {
  const known = IDENTIFIER_KINDS.find((one) => one === kind);
  return known ? IDENTIFIER_TITLES[known] : EVIDENCE[evidence];
}

/** How alike both are; equal identifiers are equal or not. */
export function likenessWords({ evidence, likeness }: Overlap): string {
  return evidence === 'identifier' ? 'equal' : formatShare(likeness, 1);
}

/** How many equal identifiers coincidence alone would give. */
export function chanceWords({ here, there, expected }: OverlapResult['chance']): string {
  if (here === 0 || there === 0)
    return 'No identifiers were compared: one of both sides has none that are shared this way.';
  const compared = `${formatUnits(here, 'identifier')} here and ${formatCount(there)} in the package were compared.`;
  const how =
    expected < 0.001
      ? 'Practically none of them would be equal by chance'
      : `By chance about ${expected < 10 ? Number(expected.toPrecision(2)) : formatCount(Math.round(expected))} of them would be equal`;
  return `${compared} ${how}; an equal one is the same value on both sides, unless somebody guessed it.`;
}

/** How often units that are known as different look alike, by kind of evidence. */
export function falseMatchWords({ pairs, matched }: OverlapResult['falseMatches']): string {
  if (pairs === 0)
    return 'How often different operators look alike was not measured: the case that the package was made from has too few.';
  const by = OVERLAP_EVIDENCE.map(
    (evidence) =>
      `${formatShare(matched[evidence], pairs)} by ${evidence === 'identifier' ? 'an identifier' : EVIDENCE[evidence]}`,
  );
  return `Where the package was made, ${formatUnits(pairs, 'pair')} of different operators were compared the same way: ${by.join(', ')} matched. Some of them may truly belong together, so this is the upper end.`;
}

/** What an overlap does not say. */
export const SAYS_NOT =
  'An overlap says that both saw the same value or much alike use, not that it is the same person, nor that anything was wrong with it: networks, devices and tools are shared by people who do not know each other. No overlap says little too, for whoever changes names and habits leaves none. Ask the other side what stands behind it before anything is done.';
