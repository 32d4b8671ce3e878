import { describe, expect, it } from 'vitest';
import { createFrames } from '../../../renderer/draw/frame.ts';

function setUp() {
  const requested: (() => void)[] = [];
  const frames = createFrames((callback) => requested.push(callback));
  return { frames, requested, next: () => requested.shift()?.() };
}

describe('frames', () => {
  it('asks for one frame and runs each task once, in order', () => {
    const { frames, requested, next } = setUp();
    const ran: string[] = [];
    const a = () => ran.push('a');
    const b = () => ran.push('b');
    frames.schedule(a);
    frames.schedule(b);
    frames.schedule(a);
    expect(requested).toHaveLength(1);
    next();
    expect(ran).toEqual(['a', 'b']);
    expect(requested).toHaveLength(0);
  });

  it('leaves a task asked for while running to the next frame', () => {
    const { frames, requested, next } = setUp();
    let runs = 0;
    const again = () => {
      runs++;
      if (runs < 2) frames.schedule(again);
    };
    frames.schedule(again);
    next();
    expect([runs, requested.length]).toEqual([1, 1]);
    next();
    expect([runs, requested.length]).toEqual([2, 0]);
  });

  it('does not ask twice for a frame when a cancelled task is replaced', () => {
    const { frames, requested, next } = setUp();
    const ran: string[] = [];
    const gone = () => ran.push('gone');
    frames.schedule(gone);
    frames.cancel(gone);
    frames.schedule(() => ran.push('kept'));
    expect(requested).toHaveLength(1);
    next();
    expect(ran).toEqual(['kept']);
  });
});
