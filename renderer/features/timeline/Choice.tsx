interface ChoiceProps<T extends string> {
  readonly title: string;
  readonly options: readonly T[];
  readonly chosen: T;
  readonly choose: (option: T) => void;
}

/** A few options side by side, one of them in force. */
export function Choice<T extends string>({ title, options, chosen, choose }: ChoiceProps<T>) {
  return (
    <fieldset className="timeline-choice">
      <legend>{title}</legend>
      {options.map((option) => (
        <button key={option} type="button" aria-pressed={option === chosen} onClick={() => choose(option)}>
          {option[0].toUpperCase() + option.slice(1)}
        </button>
      ))}
    </fieldset>
  );
}
