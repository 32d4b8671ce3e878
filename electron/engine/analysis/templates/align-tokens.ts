/** The table of the last call, used again: one a text would be most of the work. */
let longest = new Uint16Array(1 << 12);

/**
 * Which tokens of `one` a longest common subsequence with `other` uses: for each index of `one` the matching
 * index of `other`, or -1. Of several longest ones the leftmost in `other`. O(n*m) in time and memory; callers
 * bound the lengths.
 */
export function alignTokens(one: Uint32Array, other: Uint32Array): Int32Array {
  const matches = new Int32Array(one.length).fill(-1);
  let first = 0;
  for (; first < one.length && first < other.length && one[first] === other[first]; first++)
    matches[first] = first;
  const width = other.length + 1;
  const size = (one.length + 1) * width;
  if (longest.length < size) longest = new Uint16Array(2 * size);
  longest.fill(0, one.length * width, size);
  for (let i = one.length - 1; i >= first; i--) {
    const row = i * width;
    const below = row + width;
    longest[below - 1] = 0;
    for (let j = other.length - 1; j >= first; j--) {
      if (one[i] === other[j]) longest[row + j] = longest[below + j + 1] + 1;
      else {
        const down = longest[below + j];
        const right = longest[row + j + 1];
        longest[row + j] = down > right ? down : right;
      }
    }
  }
  for (let i = first, j = first; i < one.length && j < other.length; ) {
    if (one[i] === other[j]) matches[i++] = j++;
    else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1]) i++;
    else j++;
  }
  return matches;
}
