import { create } from 'zustand';
import type { Grant } from '../../shared/bridge.ts';
import type { ExhibitQuestion } from '../../shared/contract/exhibits.ts';

/** What can become an exhibit of a finding. */
export interface ToPin {
  /** Proposed, to be changed before it is pinned. */
  readonly title: string;
  readonly question: ExhibitQuestion;
  /** SVG as drawn now; null where nothing is drawn. */
  readonly picture: string | null;
}

/** The one dialog that is open. */
export type OpenDialog =
  | { readonly name: 'new-case'; readonly logs: readonly Grant[] }
  | { readonly name: 'open-case'; readonly file: Grant }
  | { readonly name: 'verify'; readonly file: Grant }
  | { readonly name: 'export' }
  /** Testing with another organisation whether both see the same operators. */
  | { readonly name: 'overlap' }
  | { readonly name: 'merge'; readonly file: Grant }
  | { readonly name: 'analyse' }
  | { readonly name: 'identity'; readonly accounts: readonly string[] }
  | { readonly name: 'pin'; readonly pin: ToPin }
  /** Draws a sample for second coding; of an operator that is chosen in it where none is named. */
  | { readonly name: 'draw-sample'; readonly operator: string | null }
  /** What a review shows; and while it is shown its overview, and what of it is printed. */
  | { readonly name: 'review' }
  | { readonly name: 'review-overview' }
  | { readonly name: 'review-print' }
  /** Another passphrase, one for a case that has none, or none any more. */
  | { readonly name: 'passphrase'; readonly change: 'change' | 'add' | 'remove' }
  | { readonly name: 'compact' }
  /** A case that is damaged, and is not open. */
  | { readonly name: 'recover'; readonly file: Grant }
  /** What could not be saved, and what was to be done once it is. */
  | { readonly name: 'unsaved'; readonly next: 'stay' | 'leave' | 'quit' }
  | { readonly name: 'palette' }
  | { readonly name: 'keys' };

export const useDialogs = create<{ open: OpenDialog | null }>(() => ({ open: null }));

export function openDialog(dialog: OpenDialog): void {
  useDialogs.setState({ open: dialog });
}

export function closeDialog(): void {
  useDialogs.setState({ open: null });
}
