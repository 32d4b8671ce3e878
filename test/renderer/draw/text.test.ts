import { describe, expect, it } from 'vitest';
import { fitText } from '../../../renderer/draw/text.ts';

const measure = (text: string) => text.length * 10;

describe('fitText', () => {
  it('leaves text that fits, cuts what does not, and gives nothing where nothing fits', () => {
    expect(fitText('model', 50, measure)).toBe('model');
    expect(fitText('model-large', 60, measure)).toBe('model…');
    expect(fitText('two words', 50, measure)).toBe('two…');
    expect(fitText('model', 15, measure)).toBe('');
  });
});
