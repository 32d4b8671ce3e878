import { commandById, isAvailable } from './commands/command.ts';
import { ariaKeys, keyWords } from './commands/keys.ts';

interface Props {
  /** Of the command it is for; whoever shows the button draws it anew when that can act or no longer can. */
  readonly id: string;
  readonly label: string;
  /** Its name where the label is a sign; else the label is its name. */
  readonly name?: string;
  /** What it would do now, more precisely than the command's title. */
  readonly title?: string;
  /** For a command that turns something on and off. */
  readonly pressed?: boolean;
  readonly className?: string;
}

/** A button for a command: its act, its key and whether it can act come from the command. */
export function CommandButton({ id, label, name, title, pressed, className }: Props) {
  const command = commandById(id);
  const [key] = command.keys ?? [];
  const what = title ?? command.title;
  return (
    <button
      type="button"
      className={className}
      aria-label={name}
      aria-pressed={pressed}
      aria-keyshortcuts={ariaKeys(command.keys)}
      title={key ? `${what} (${keyWords(key)})` : what}
      disabled={!isAvailable(command)}
      onClick={() => command.act()}
    >
      {label}
    </button>
  );
}
