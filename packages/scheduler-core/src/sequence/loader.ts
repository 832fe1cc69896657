import { base64 } from '../../pkg/yunqian_sequence_inline.js';
import type { LoadModule } from '../kernel/lazy-module.ts';

let compiled: WebAssembly.Module | undefined;

/** Without waiting, so that schedules can be made wherever plain functions run; the module is small. */
export function compileRelease(): WebAssembly.Module {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
  return compiled;
}

export const loadRelease: LoadModule = () => Promise.resolve().then(compileRelease);
