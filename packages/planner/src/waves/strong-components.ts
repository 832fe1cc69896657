/**
 * Strongly connected components of a directed graph (Kosaraju), each sorted, ordered by their smallest node.
 * `edges[node]` lists the nodes that it leads to.
 */
export function strongComponents(edges: readonly (readonly number[])[]): number[][] {
  const reversed: number[][] = edges.map(() => []);
  edges.forEach((targets, from) => {
    for (const to of targets) reversed[to]!.push(from);
  });
  const seen = new Uint8Array(edges.length);
  const finished = edges.flatMap((_, node) => walk(node, edges, seen));
  seen.fill(0);
  const components = finished
    .toReversed()
    .map((node) => walk(node, reversed, seen))
    .filter((component) => component.length > 0);
  return components.map((component) => component.sort((a, b) => a - b)).sort((a, b) => a[0]! - b[0]!);
}

/** Nodes not seen before that can be reached from `root`, in the order in which a depth-first walk leaves them. */
function walk(root: number, edges: readonly (readonly number[])[], seen: Uint8Array): number[] {
  const left: number[] = [];
  if (seen[root] === 1) return left;
  seen[root] = 1;
  const path: { node: number; next: number }[] = [{ node: root, next: 0 }];
  while (path.length > 0) {
    const top = path[path.length - 1]!;
    const target = edges[top.node]![top.next++];
    if (target === undefined) {
      left.push(top.node);
      path.pop();
    } else if (seen[target] === 0) {
      seen[target] = 1;
      path.push({ node: target, next: 0 });
    }
  }
  return left;
}
