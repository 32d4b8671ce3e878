/**
 * Puts something on the clipboard. The clipboard API would need a permission, and every permission is denied;
 * this raises a copy event instead, which a person's own click or key allows.
 * @returns false when the clipboard did not take it.
 */
export function copyBy(fill: (event: ClipboardEvent) => void): boolean {
  document.addEventListener('copy', fill, { once: true, capture: true });
  const taken = document.execCommand('copy');
  document.removeEventListener('copy', fill, { capture: true });
  return taken;
}

export function copyText(text: string): boolean {
  return copyBy((event) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  });
}
