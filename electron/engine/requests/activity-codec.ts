import type { Activity } from '../../../shared/contract/timeline.ts';
import type { PackedBins } from './activity-writer.ts';

/**
 * Activity as bytes: per bin the distance to the bin before, requests, failed, input and output tokens, each
 * as an unsigned LEB128 number. The first distance is from the first bin, which stands alone as 4 bytes.
 */
export function packActivity(activity: Activity): Uint8Array {
  const { bin, requests, failed, inputTokens, outputTokens } = activity;
  const out = new Uint8Array(8 + bin.length * 5 * 8);
  const head = new DataView(out.buffer);
  head.setUint32(0, bin.length, true);
  if (bin.length > 0) head.setInt32(4, bin[0], true);
  let at = 8;
  const put = (value: number) => {
    let rest = value;
    while (rest >= 128) {
      out[at++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    out[at++] = rest;
  };
  for (let i = 0; i < bin.length; i++) {
    put(i === 0 ? 0 : bin[i] - bin[i - 1]);
    put(requests[i]);
    put(failed[i]);
    put(inputTokens[i]);
    put(outputTokens[i]);
  }
  return out.slice(0, at);
}

export function unpackActivity(bytes: Uint8Array): Activity {
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = head.getUint32(0, true);
  const activity = emptyActivity(length);
  let at = 8;
  const get = () => {
    let value = 0;
    let weight = 1;
    let byte: number;
    do {
      byte = bytes[at++];
      value += (byte & 127) * weight;
      weight *= 128;
    } while (byte >= 128);
    return value;
  };
  let bin = length > 0 ? head.getInt32(4, true) : 0;
  for (let i = 0; i < length; i++) {
    bin += get();
    activity.bin[i] = bin;
    activity.requests[i] = get();
    activity.failed[i] = get();
    activity.inputTokens[i] = get();
    activity.outputTokens[i] = get();
  }
  return activity;
}

/** Stretches of packed bins, each later than the one before, as one packed activity. */
export function joinPacked(
  parts: readonly { readonly bins: PackedBins; readonly bytes: Uint8Array }[],
): Uint8Array {
  let size = 8;
  for (const { bins } of parts) size += bins.to - bins.from + 8;
  const out = new Uint8Array(size);
  const head = new DataView(out.buffer);
  head.setInt32(4, parts[0].bins.firstBin, true);
  let count = 0;
  let at = 8;
  let lastBin = parts[0].bins.firstBin;
  for (const { bins, bytes } of parts) {
    // A stretch begins with a distance of 0, one byte, which becomes the distance to the stretch before.
    let step = bins.firstBin - lastBin;
    while (step >= 128) {
      out[at++] = (step % 128) | 128;
      step = Math.floor(step / 128);
    }
    out[at++] = step;
    out.set(bytes.subarray(bins.from + 1, bins.to), at);
    at += bins.to - bins.from - 1;
    count += bins.count;
    lastBin = bins.lastBin;
  }
  head.setUint32(0, count, true);
  return out.slice(0, at);
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
