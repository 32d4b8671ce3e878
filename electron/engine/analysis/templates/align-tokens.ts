/**
 * Which tokens of `one` a longest common subsequence with `other` uses: for each index of `one` the matching
 * index of `other`, or -1. Of several longest ones the leftmost in `other`. O(n*m) in time and memory; callers
 * bound the lengths.
 */
export function alignTokens(one: Uint32Array, other: Uint32Array): Int32Array {
  const width = other.length + 1;
  const longest = new Uint16Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i--) {
    const row = i * width;
    const below = row + width;
    for (let j = other.length - 1; j >= 0; j--) {
      if (one[i] === other[j]) longest[row + j] = longest[below + j + 1] + 1;
      else {
        const down = longest[below + j];
        const right = longest[row + j + 1];
        longest[row + j] = down > right ? down : right;
      }
    }
  }
  const matches = new Int32Array(one.length).fill(-1);
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    if (one[i] === other[j]) matches[i++] = j++;
    else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1]) i++;
    else j++;
  }
  return matches;
}
