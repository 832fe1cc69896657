import type { NumaCells } from './expanded.ts';
import type { Profile } from './schema.ts';

/**
 * NUMA cells of a host: as the document says, else by its sockets. A socket of x86 is one cell where nothing splits it (sub-NUMA clustering is off by
 * default); one of Kunpeng 920 is two, a compute die each with its own memory channels (en.wikichip.org, hisilicon/microarchitectures/taishan_v110).
 */
export function resolveNuma({ numaCells, arch }: Profile, sockets: number | undefined): NumaCells | undefined {
  if (numaCells !== undefined) return { count: numaCells };
  if (sockets === undefined) return undefined;
  const perSocket = arch === 'aarch64' ? 2 : 1;
  return {
    count: sockets * perSocket,
    assumed: `${sockets} sockets of ${perSocket} each, as the processors usually run`,
  };
}
