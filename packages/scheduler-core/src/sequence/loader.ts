import { base64 } from '../../pkg/yunqian_sequence_inline.js';
import { type LoadModule, lazyModule } from '../kernel/lazy-module.ts';

export const loadRelease: LoadModule = lazyModule(base64);
