import { base64, sha256 } from '../../pkg/yunqian_core_inline.js';

/** The kernel's module, compiled once. */
export type LoadModule = () => Promise<WebAssembly.Module>;

/** SHA-256 of the kernel's bytes, in hex. */
export const kernelSha256: string = sha256;

export const loadRelease: LoadModule = lazyModule(base64);

export function lazyModule(encoded: string): LoadModule {
  let compiled: Promise<WebAssembly.Module> | undefined;
  return () => {
    compiled ??= WebAssembly.compile(Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0)));
    return compiled;
  };
}
