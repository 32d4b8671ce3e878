import { useEffect, useState } from 'react';
import { exhibitPicture, type PinnedExhibit } from '../../../shared/contract/exhibits.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { useCall } from '../../ui/use-call.ts';

/**
 * The picture as it was pinned. It is only ever an image of its own document, so whatever stood in it could neither
 * run nor load anything.
 */
export function ExhibitPicture({ exhibit }: { exhibit: PinnedExhibit }) {
  const { id, title } = exhibit;
  const svg = useCall(exhibitPicture, { id });
  const url = useBlobUrl(svg.value ?? null);
  if (svg.error !== undefined) return <ErrorPanel error={svg.error} onRetry={svg.retry} />;
  return url === null ? null : (
    <img
      className="exhibit-picture"
      data-theme="light"
      src={url}
      alt={`As pinned: ${shownText(title, { max: 200 })}. Its figures stand beside it.`}
    />
  );
}

function useBlobUrl(svg: string | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (svg === null) return undefined;
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setUrl(made);
    return () => {
      URL.revokeObjectURL(made);
      setUrl(null);
    };
  }, [svg]);
  return url;
}
