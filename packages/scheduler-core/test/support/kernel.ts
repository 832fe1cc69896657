import { deflated } from '../../pkg/yunqian_core_debug_inline.js';
import { compile, type Model } from '../../src/compile/compile.ts';
import { createKernel, type Kernel } from '../../src/kernel/kernel.ts';
import { type LoadModule, lazyModule } from '../../src/kernel/lazy-module.ts';
import { loadRelease } from '../../src/kernel/loader.ts';
import type { Problem } from '../../src/problem/problem.ts';
import { lowerRules } from '../../src/rules/lower.ts';
import { createContext } from '../../src/rules/support/context.ts';

/** Both builds of the kernel: every property holds on both. */
export const BUILDS: readonly (readonly [string, LoadModule])[] = [
  ['release', loadRelease],
  ['debug', lazyModule(deflated)],
];

/** A kernel holding a problem, nothing placed. */
export async function kernelOf(problem: Problem, load: LoadModule): Promise<{ model: Model; kernel: Kernel }> {
  const context = createContext(problem);
  const model = compile(context, lowerRules(context));
  return { model, kernel: await createKernel(model, load) };
}
