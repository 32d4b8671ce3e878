import { say } from '../store/status.ts';
import { copyText } from './copy.ts';

/** Puts a text on the clipboard and says so in the status line. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  return (
    <button
      type="button"
      className="quiet"
      aria-label={`Copy ${what}`}
      onClick={() => {
        const taken = copyText(text);
        say(taken ? `Copied ${what}.` : `The clipboard refused ${what}; select it and copy by hand.`);
      }}
    >
      Copy
    </button>
  );
}
