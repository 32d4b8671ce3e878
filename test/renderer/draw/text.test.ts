import { describe, expect, it } from 'vitest';
import { fitText, forgetWidths, measurer, wrapText } from '../../../renderer/draw/text.ts';

const measure = (text: string) => text.length * 10;

describe('fitText', () => {
  it('leaves text that fits, cuts what does not, and gives nothing where nothing fits', () => {
    expect(fitText('model', 50, measure)).toBe('model');
    expect(fitText('model-large', 60, measure)).toBe('model…');
    expect(fitText('two words', 50, measure)).toBe('two…');
    expect(fitText('model', 15, measure)).toBe('');
  });
});

describe('wrapText', () => {
  it('breaks between words, and within a word that is longer than a line', () => {
    expect(wrapText('one two three', 70, measure)).toEqual(['one two', 'three']);
    expect(wrapText('a 0123456789 b', 40, measure)).toEqual(['a', '0123', '4567', '89 b']);
    expect(wrapText('fits', 40, measure)).toEqual(['fits']);
    expect(wrapText('', 40, measure)).toEqual([]);
  });
});

describe('measurer', () => {
  /** A context whose characters are as wide as given; it counts how often it was asked. */
  const contextOf = (px: number) => {
    const context = {
      font: '',
      asked: 0,
      measureText: (text: string) => {
        context.asked++;
        return { width: text.length * px };
      },
    };
    return { context, measure: measurer(context as unknown as CanvasRenderingContext2D, '12px text') };
  };

  it('asks once a text, until the widths are forgotten', () => {
    const { context, measure: first } = contextOf(5);
    expect([first('Wed 4'), first('Wed 4'), context.asked]).toEqual([25, 25, 1]);
    forgetWidths();
    expect(measurer(context as unknown as CanvasRenderingContext2D, '12px text')('Wed 4')).toBe(25);
    expect(context.asked).toBe(2);
  });

  it('takes no width from another canvas, which may have other figures in the same font', () => {
    expect([contextOf(5).measure('Wed 4'), contextOf(7).measure('Wed 4')]).toEqual([25, 35]);
  });
});
