import { create } from 'zustand';

/** The sentence in the status line. `count` changes with every sentence, also when it says the same again. */
export const useStatus = create<{ text: string; count: number }>(() => ({ text: '', count: 0 }));

export function say(text: string): void {
  useStatus.setState((state) => ({ text, count: state.count + 1 }));
}
