import { textParts } from '../../../shared/mentions.ts';
import { formatReference } from '../../../shared/reference.ts';
import { useSession } from '../../store/session.ts';
import { Shown } from '../../ui/shown.tsx';
import { describeTarget } from '../annotations/model.ts';

/** A text that people wrote, with what it mentions by name: on paper nothing leads anywhere. */
export function PlainText({ text }: { text: string }) {
  const zone = useSession((state) => state.case!.timeZone);
  return textParts(text).map((part, index) =>
    'reference' in part ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity beyond their place
      <bdi key={index}>{describeTarget(formatReference(part.reference), zone, true)}</bdi>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <Shown key={index} text={part.text} max={50_000} lines />
    ),
  );
}
