import { escapeMarkup } from '../../shared/escape-markup.ts';
import { shownText } from '../../shared/shown-text.ts';

/** Text for the content and the attributes of an XML document: hidden characters shown, markup taken for text. */
export function escapeXml(text: string): string {
  return escapeMarkup(shownText(text, { max: 1000 }));
}
