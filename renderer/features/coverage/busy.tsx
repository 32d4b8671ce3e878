/** What is being worked out. */
export function Busy({ text }: { text: string }) {
  return (
    <p className="coverage-busy soft" role="status">
      {text}
    </p>
  );
}
