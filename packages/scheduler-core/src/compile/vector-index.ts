/** Numbers equal integer vectors alike: open addressing over the rows seen so far, in order of first appearance. */
export interface VectorIndex {
  readonly count: number;
  /** Rows one after another, `width` values each. */
  readonly rows: Int32Array;
  /** Row number of the vector, which has `width` values. */
  add(vector: ArrayLike<number>): number;
}

export function createVectorIndex(width: number): VectorIndex {
  let rows = new Int32Array(64 * width);
  let slots = new Int32Array(256).fill(-1);
  let count = 0;

  const hashOf = (vector: ArrayLike<number>, from: number): number => {
    let hash = 0x811c9dc5;
    for (let i = 0; i < width; i++) hash = Math.imul(hash ^ vector[from + i]!, 0x9e3779b1) ^ (hash >>> 13);
    return (hash ^ (hash >>> 15)) >>> 0;
  };
  const equals = (row: number, vector: ArrayLike<number>): boolean => {
    for (let i = 0; i < width; i++) if (rows[row * width + i] !== vector[i]) return false;
    return true;
  };
  const grow = (): void => {
    slots = new Int32Array(slots.length * 2).fill(-1);
    for (let row = 0; row < count; row++) {
      let at = hashOf(rows, row * width) & (slots.length - 1);
      while (slots[at]! >= 0) at = (at + 1) & (slots.length - 1);
      slots[at] = row;
    }
  };

  return {
    get count() {
      return count;
    },
    get rows() {
      return rows.subarray(0, count * width);
    },
    add(vector) {
      let at = hashOf(vector, 0) & (slots.length - 1);
      for (; slots[at]! >= 0; at = (at + 1) & (slots.length - 1)) if (equals(slots[at]!, vector)) return slots[at]!;
      if ((count + 1) * width > rows.length) {
        const wider = new Int32Array(rows.length * 2);
        wider.set(rows);
        rows = wider;
      }
      rows.set(vector, count * width);
      slots[at] = count;
      if (++count * 2 > slots.length) grow();
      return count - 1;
    },
  };
}
