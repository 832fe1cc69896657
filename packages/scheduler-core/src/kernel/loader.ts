import { deflated, sha256 } from '../../pkg/yunqian_core_inline.js';
import { type LoadModule, lazyModule } from './lazy-module.ts';

/** SHA-256 of the kernel's bytes, in hex. */
export const kernelSha256: string = sha256;

export const loadRelease: LoadModule = lazyModule(deflated);
