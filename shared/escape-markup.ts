/** Text for HTML and XML, between tags and in quoted attributes. What hides or reorders characters stays as it is. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
