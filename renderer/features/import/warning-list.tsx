import { Shown } from '../../ui/shown.tsx';

/** What a person should know of a file, a sentence each. */
export function WarningList({ warnings }: { warnings: readonly string[] }) {
  if (warnings.length === 0) return null;
  return (
    <section className="warnings" aria-label="Warnings">
      <ul>
        {warnings.map((text) => (
          <li key={text}>
            <Shown text={text} max={400} />
          </li>
        ))}
      </ul>
    </section>
  );
}
