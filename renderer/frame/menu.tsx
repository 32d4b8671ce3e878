import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { COMMAND_GROUPS, type Command, isAvailable, useCommands } from './commands/command.ts';
import { keyWords } from './commands/keys.ts';

/** The application's menu: every command under its group, with its key. */
export function Menu() {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <span className="menu">
      <button
        ref={opener}
        type="button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        Menu
      </button>
      {isOpen && <MenuItems onClose={close} onLeave={() => setOpen(false)} />}
    </span>
  );
}

function MenuItems({ onClose, onLeave }: { onClose: () => void; onLeave: () => void }) {
  const menu = useRef<HTMLDivElement>(null);
  const all = useCommands((state) => state.all);

  const items = () => Array.from(menu.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: on opening, and never again
  useEffect(() => {
    items()[0]?.focus();
    const away = (event: PointerEvent) => {
      if (!menu.current?.parentElement?.contains(event.target as Node)) onLeave();
    };
    document.addEventListener('pointerdown', away, true);
    return () => document.removeEventListener('pointerdown', away, true);
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    const list = items();
    const at = list.indexOf(document.activeElement as HTMLElement);
    const to = {
      ArrowDown: (at + 1) % list.length,
      ArrowUp: (at - 1 + list.length) % list.length,
      Home: 0,
      End: list.length - 1,
    }[event.key];
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Tab') onLeave();
    else if (to !== undefined) list[to]?.focus();
    // Keys of the window have no meaning while the menu is open, but Enter and Tab do.
    if (event.key !== 'Tab' && event.key !== 'Enter' && event.key !== ' ') event.preventDefault();
  };
  const act = (command: Command) => {
    onClose();
    command.act();
  };
  return (
    <div ref={menu} className="menu-items" role="menu" aria-label="Menu" tabIndex={-1} onKeyDown={onKeyDown}>
      {COMMAND_GROUPS.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
        <div key={group} role="group" aria-label={group}>
          <span className="menu-group" aria-hidden="true">
            {group}
          </span>
          {all
            .filter((command) => command.group === group)
            .map((command) => (
              <MenuItem key={command.id} command={command} onAct={() => act(command)} />
            ))}
        </div>
      ))}
    </div>
  );
}

function MenuItem({ command, onAct }: { command: Command; onAct: () => void }) {
  const available = isAvailable(command);
  const chosen = command.chosen?.();
  const [key] = command.keys ?? [];
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: only the role of a choice gets whether it is chosen
    <button
      type="button"
      role={chosen === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={chosen}
      aria-disabled={!available}
      tabIndex={-1}
      onClick={available ? onAct : undefined}
    >
      <span className="menu-check" aria-hidden="true">
        {chosen ? '•' : ''}
      </span>
      {command.title}
      {key && (
        <span className="menu-key" aria-hidden="true">
          <kbd>{keyWords(key)}</kbd>
        </span>
      )}
    </button>
  );
}
