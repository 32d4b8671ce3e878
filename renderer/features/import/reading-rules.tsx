/** How a file of a known format is read, a sentence each. */
export function ReadingRules({ title, rules }: { title: string; rules: readonly string[] }) {
  return (
    <div className="reading-rules">
      <p>
        Read as: <strong>{title}</strong>
      </p>
      <ul>
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </div>
  );
}
