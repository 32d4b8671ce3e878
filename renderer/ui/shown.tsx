import { type ShownOptions, shownParts } from '../../shared/shown-text.ts';

/** Text from the data: hidden characters visible, its direction kept from leaking into the text around it. */
export function Shown({ text, ...options }: { text: string } & ShownOptions) {
  return (
    <bdi className={options.lines ? 'shown shown-lines' : 'shown'}>
      {shownParts(text, options).map((part, index) =>
        part.escape ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity beyond their place
          <span key={index} className="escape">
            {part.text}
          </span>
        ) : (
          part.text
        ),
      )}
    </bdi>
  );
}
