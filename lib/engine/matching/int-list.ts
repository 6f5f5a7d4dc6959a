/** The same array, or a longer copy of it that holds at least `length`; new places are `filled`. */
export function grown(array: Int32Array<ArrayBuffer>, length: number, filled = 0): Int32Array<ArrayBuffer> {
  if (length <= array.length) return array;
  const longer = new Int32Array(Math.max(length, Math.ceil(array.length * 1.25), 16));
  longer.set(array);
  if (filled !== 0) longer.fill(filled, array.length);
  return longer;
}
