import { textParts } from '../../../shared/mentions.ts';
import { accountOfReference, formatReference } from '../../../shared/reference.ts';
import { openReference } from '../../store/open-reference.ts';
import { Shown } from '../../ui/shown.tsx';
import { describeTarget } from '../annotations/model.ts';

/** A text that people wrote; what it names of the case is a link there. */
export function MentionedText({ text, zone }: { text: string; zone: string }) {
  return textParts(text).map((part, index) => {
    if (!('reference' in part))
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity beyond their place
      return <Shown key={index} text={part.text} max={50_000} lines />;
    const reference = formatReference(part.reference);
    return (
      <button
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        key={index}
        type="button"
        className="link mention"
        title={part.text}
        onClick={() => openReference(reference, accountOfReference(part.reference))}
      >
        {describeTarget(reference, zone, true)}
      </button>
    );
  });
}
