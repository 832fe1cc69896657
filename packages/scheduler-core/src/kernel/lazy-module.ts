/** Compiles a module once, when it is first asked for. */
export type LoadModule = () => Promise<WebAssembly.Module>;

/** Base64 hides repetitions from a server's compression, so the bytes are deflated before. */
async function inflate(deflated: string): Promise<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(deflated), (letter) => letter.charCodeAt(0));
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(inflated).arrayBuffer();
}

/** `deflated`: the module's bytes, raw deflate, in base64. */
export function lazyModule(deflated: string): LoadModule {
  let compiled: Promise<WebAssembly.Module> | undefined;
  return () => {
    compiled ??= inflate(deflated).then((bytes) => WebAssembly.compile(bytes));
    return compiled;
  };
}
