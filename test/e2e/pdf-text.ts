import { extractText, getDocumentProxy } from 'unpdf';

/** All text of a PDF as a reader of it finds it, page after page, with single spaces between words. */
export async function pdfText(pdf: Uint8Array): Promise<string> {
  const document = await getDocumentProxy(Uint8Array.from(pdf));
  const { text } = await extractText(document, { mergePages: true });
  return text.replace(/\s+/gu, ' ');
}
