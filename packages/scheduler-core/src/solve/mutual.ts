/**
 * Sets of two and more nodes that reach each other (strongly connected components, Tarjan 1972), each ascending. Keeps its own stack:
 * chains of needs may be long.
 */
export function mutual(edges: readonly (readonly number[])[]): number[][] {
  const found: number[][] = [];
  const index = new Int32Array(edges.length);
  const low = new Int32Array(edges.length);
  const next = new Int32Array(edges.length);
  const open: number[] = [];
  const isOpen = new Uint8Array(edges.length);
  let count = 0;

  for (let root = 0; root < edges.length; root++) {
    if (index[root]! > 0) continue;
    const path = [root];
    while (path.length > 0) {
      const node = path.at(-1)!;
      if (index[node] === 0) {
        index[node] = low[node] = ++count;
        open.push(node);
        isOpen[node] = 1;
      }
      const to = edges[node]![next[node]!++];
      if (to !== undefined) {
        if (index[to] === 0) path.push(to);
        else if (isOpen[to]) low[node] = Math.min(low[node]!, index[to]!);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[node]!);
      if (low[node] !== index[node]) continue;
      const component = open.splice(open.lastIndexOf(node));
      for (const member of component) isOpen[member] = 0;
      if (component.length > 1) found.push(component.sort((a, b) => a - b));
    }
  }
  return found;
}
