import { create } from 'zustand';
import type { Grant } from '../../shared/bridge.ts';

/** The one dialog that is open. */
export type OpenDialog =
  | { readonly name: 'new-case'; readonly logs: readonly Grant[] }
  | { readonly name: 'open-case'; readonly file: Grant }
  | { readonly name: 'verify'; readonly file: Grant }
  | { readonly name: 'export' }
  | { readonly name: 'analyse' }
  | { readonly name: 'palette' }
  | { readonly name: 'keys' };

export const useDialogs = create<{ open: OpenDialog | null }>(() => ({ open: null }));

export function openDialog(dialog: OpenDialog): void {
  useDialogs.setState({ open: dialog });
}

export function closeDialog(): void {
  useDialogs.setState({ open: null });
}
