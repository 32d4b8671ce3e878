import { CALIBRATION_NOTE } from '../../../../../shared/contract/analysis.ts';
import type { FindingDetail } from '../../../../../shared/contract/findings.ts';
import { parseReference, type Reference } from '../../../../../shared/reference.ts';
import type { Case } from '../../../case/case.ts';
import { getFinding } from '../../../findings/read.ts';
import { numberedFindings } from '../../report/exhibit-numbers.ts';
import { byText } from '../order.ts';
import { OF_CONFIDENCE } from './confidence.ts';
import type { StixFrame } from './frame.ts';
import type { Observables } from './observables.ts';
import type { StixObject } from './stix-object.ts';

const OPINIONS = { agrees: 'agree', dissents: 'disagree' } as const;

/**
 * Findings as notes: what people claim is said in their words and never made a threat actor or a campaign. Verdicts are
 * opinions on them.
 * @param known ids of objects that a finding may be about; one about nothing of them is about the report.
 */
export function findingNotes(
  open: Case,
  frame: StixFrame,
  accounts: Observables['accounts'],
  known: ReadonlySet<string>,
  report: string,
): StixObject[] {
  return numberedFindings(open.db).flatMap(({ id }) => {
    const finding = getFinding(open, id);
    const about = finding.scope
      .flatMap((text) => {
        const reference = parseReference(text);
        return reference ? idsOf(reference, frame, accounts) : [];
      })
      .filter((ref) => known.has(ref));
    const note = frame.object(
      'note',
      ['finding', id],
      {
        abstract: finding.claim,
        content: contentOf(finding),
        authors: [...new Set([finding.author, finding.changedBy])],
        object_refs: about.length > 0 ? [...new Set(about)] : [report],
        ...(finding.confidence ? { confidence: OF_CONFIDENCE[finding.confidence] } : {}),
      },
      finding.createdUs,
    );
    const verdicts = [...finding.verdicts].sort((one, other) => byText(one.author, other.author));
    return [note, ...verdicts.map((verdict) => opinionOf(frame, id, note.id, verdict))];
  });
}

function opinionOf(
  frame: StixFrame,
  finding: string,
  note: string,
  { author, verdict, reason, atUs }: FindingDetail['verdicts'][number],
): StixObject {
  return frame.object(
    'opinion',
    ['verdict', finding, author],
    {
      ...(reason === '' ? {} : { explanation: reason }),
      authors: [author],
      opinion: OPINIONS[verdict],
      object_refs: [note],
    },
    atUs,
  );
}

function contentOf(finding: FindingDetail): string {
  const parts: readonly (readonly [name: string, text: string])[] = [
    ['Claim', finding.claim],
    ['Status', finding.status],
    ['Likelihood', finding.likelihood ?? 'not stated'],
    ['Confidence', finding.confidence ?? 'not stated'],
    ['What the confidence rests on', finding.confidenceReason],
    ['Reasoning', finding.reasoning],
    ['What would change it', finding.changeMind],
    ['What is missing', finding.missing],
    [
      'Exhibits',
      finding.exhibits.map(({ title, resultHash }) => `${title} (SHA-256 ${resultHash})`).join('; '),
    ],
    ['Scale', CALIBRATION_NOTE],
  ];
  return parts
    .filter(([, text]) => text !== '')
    .map(([name, text]) => `${name}: ${text}`)
    .join('\n\n');
}

function idsOf(reference: Reference, frame: StixFrame, accounts: Observables['accounts']): string[] {
  const account = (name: string) => accounts.get(name)?.id ?? [];
  switch (reference.kind) {
    case 'account':
    case 'session':
      return [account(reference.account)].flat();
    case 'link':
      return [account(reference.a), account(reference.b)].flat();
    case 'operator':
      return [frame.idOf('grouping', ['operator', reference.operator])];
    case 'range':
      return idsOf(reference.of, frame, accounts);
    default:
      return [];
  }
}
