/** Compiles a module once, when it is first asked for. */
export type LoadModule = () => Promise<WebAssembly.Module>;

/** `encoded`: the module's bytes in base64. */
export function lazyModule(encoded: string): LoadModule {
  let compiled: Promise<WebAssembly.Module> | undefined;
  return () => {
    compiled ??= WebAssembly.compile(Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0)));
    return compiled;
  };
}
