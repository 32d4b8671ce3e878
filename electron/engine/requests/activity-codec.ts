import type { Activity } from '../../../shared/contract/timeline.ts';
import type { PackedBins } from './activity-writer.ts';
import { NumberReader, NumberWriter } from './packed-numbers.ts';

/** The number of bins and the first bin, 4 bytes each. */
const HEAD_BYTES = 8;

/**
 * Activity as bytes: a head, then per bin the distance to the bin before, requests, failed, input and output tokens;
 * see packed-numbers.ts. The first distance is from the first bin, which stands in the head.
 */
export function packActivity(activity: Activity): Uint8Array {
  const { bin, requests, failed, inputTokens, outputTokens } = activity;
  const numbers = new NumberWriter();
  for (let i = 0; i < bin.length; i++) {
    numbers.put(i === 0 ? 0 : bin[i] - bin[i - 1]);
    numbers.put(requests[i]);
    numbers.put(failed[i]);
    numbers.put(inputTokens[i]);
    numbers.put(outputTokens[i]);
  }
  return withHead(bin.length, bin[0] ?? 0, numbers);
}

export function unpackActivity(bytes: Uint8Array): Activity {
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = head.getUint32(0, true);
  const activity = emptyActivity(length);
  const numbers = new NumberReader();
  numbers.open(bytes.subarray(HEAD_BYTES));
  let bin = length > 0 ? head.getInt32(4, true) : 0;
  for (let i = 0; i < length; i++) {
    bin += numbers.get();
    activity.bin[i] = bin;
    activity.requests[i] = numbers.get();
    activity.failed[i] = numbers.get();
    activity.inputTokens[i] = numbers.get();
    activity.outputTokens[i] = numbers.get();
  }
  return activity;
}

/** Stretches of packed bins, each later than the one before, as one packed activity. */
export function joinPacked(
  parts: readonly { readonly bins: PackedBins; readonly bytes: Uint8Array }[],
): Uint8Array {
  const numbers = new NumberWriter();
  let count = 0;
  const { firstBin } = parts[0].bins;
  let lastBin = firstBin;
  for (const { bins, bytes } of parts) {
    // A stretch begins with a distance of 0, one byte, which becomes the distance to the stretch before.
    numbers.put(bins.firstBin - lastBin);
    numbers.append(bytes.subarray(bins.from + 1, bins.to));
    count += bins.count;
    lastBin = bins.lastBin;
  }
  return withHead(count, firstBin, numbers);
}

function withHead(count: number, firstBin: number, numbers: NumberWriter): Uint8Array {
  const bytes = new Uint8Array(HEAD_BYTES + numbers.length);
  const head = new DataView(bytes.buffer);
  head.setUint32(0, count, true);
  head.setInt32(4, firstBin, true);
  bytes.set(numbers.take(), HEAD_BYTES);
  return bytes;
}

export function emptyActivity(length = 0) {
  return {
    bin: new Int32Array(length),
    requests: new Uint32Array(length),
    failed: new Uint32Array(length),
    inputTokens: new Float64Array(length),
    outputTokens: new Float64Array(length),
  };
}

/** The sum of several activities, each ascending, bin by bin. */
export function addActivities(parts: readonly Activity[]): Activity {
  if (parts.length === 1) return parts[0];
  const order = distinctBins(parts);
  const sum = emptyActivity(order.length);
  sum.bin.set(order);
  for (const part of parts) {
    if (part.bin.length === 0) continue;
    let at = order.indexOf(part.bin[0]);
    for (let i = 0; i < part.bin.length; i++) {
      while (order[at] < part.bin[i]) at++;
      sum.requests[at] += part.requests[i];
      sum.failed[at] += part.failed[i];
      sum.inputTokens[at] += part.inputTokens[i];
      sum.outputTokens[at] += part.outputTokens[i];
    }
  }
  return sum;
}

/** The bins that any of the activities has, ascending. */
function distinctBins(parts: readonly Activity[]): Int32Array {
  const bins = new Int32Array(parts.reduce((count, { bin }) => count + bin.length, 0));
  let count = 0;
  for (const { bin } of parts) {
    bins.set(bin, count);
    count += bin.length;
  }
  bins.sort();
  return bins.filter((bin, i) => i === 0 || bin !== bins[i - 1]);
}
