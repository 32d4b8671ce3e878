import { textOfRequest } from '../../../shared/contract/texts.ts';
import { useSession } from '../../store/session.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { useCall } from '../../ui/use-call.ts';
import { maskedWords } from './model.ts';
import { Reveal } from './reveal.tsx';
import './search.css';

/** The prompt text of one request, masked; nothing when the data gives none. */
export function PromptText({ request }: { request: string }) {
  const dataVersion = useSession((state) => state.dataVersion);
  const text = useCall(textOfRequest, { request }, dataVersion);
  if (text.error !== undefined) return <ErrorPanel error={text.error} onRetry={text.retry} />;
  if (text.value === undefined) return null;
  if (text.value === null) return <p className="soft">No prompt text in the data.</p>;
  return <Reveal what={{ request }} masked={maskedWords(text.value.characters, text.value.hash)} />;
}
