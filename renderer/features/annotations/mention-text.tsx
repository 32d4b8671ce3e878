import { textParts } from '../../../shared/mentions.ts';
import { accountOfReference, formatReference } from '../../../shared/reference.ts';
import { openReference } from '../../store/open-reference.ts';
import { useSession } from '../../store/session.ts';
import { Shown } from '../../ui/shown.tsx';
import { describeTarget } from './model.ts';

/** A text that people wrote; what it mentions of the case is a way there. */
export function MentionText({ text }: { text: string }) {
  const zone = useSession((state) => state.case!.timeZone);
  return textParts(text).map((part, index) =>
    'reference' in part ? (
      <button
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity beyond their place
        key={index}
        type="button"
        className="link mention"
        title={formatReference(part.reference)}
        onClick={() => openReference(formatReference(part.reference), accountOfReference(part.reference))}
      >
        {describeTarget(formatReference(part.reference), zone, true)}
      </button>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <Shown key={index} text={part.text} max={50_000} lines />
    ),
  );
}
