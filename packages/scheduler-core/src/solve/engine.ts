import { kernelSha256 } from '../kernel/loader.ts';

/** What made a result: plans carry it. */
export const engine: { readonly name: string; readonly version: string; readonly kernelSha256: string } = {
  name: 'yunqian',
  version: '0.1.0',
  kernelSha256,
};
