import { consolidate, session, throughput } from './fleets.ts';
import { openb } from './openb.ts';
import { psplib } from './psplib.ts';
import { roadef2012 } from './roadef2012.ts';
import type { Suite } from './suite.ts';
import { topoVm } from './topo-vm.ts';
import { vbp } from './vbp.ts';

export const suites: readonly Suite[] = [roadef2012, vbp, openb, topoVm, consolidate, throughput, session, psplib];
