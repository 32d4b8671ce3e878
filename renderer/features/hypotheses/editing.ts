/** What is being changed; an id of null is new. */
export type Editing =
  | { readonly what: 'hypothesis' | 'evidence'; readonly id: string | null }
  | { readonly what: 'fill' };

/** Begins a change; null where the case can only be read. */
export type OnEdit = ((editing: Editing) => void) | null;
