import type { Problem } from '../problem/problem.ts';
import type { Solution, SolveOptions } from './solution.ts';
import { taskOf, type WorkerReport } from './worker-task.ts';

/**
 * `solve` in a Web Worker of its own: the same result for the same inputs as in any other thread. `clock` is not taken along. Give it to
 * `solvePortfolio` for several searches at once.
 */
export function solveInWebWorker(problem: Problem, options: SolveOptions = {}): Promise<Solution> {
  const { signal, onProgress } = options;
  return new Promise((resolve, reject) => {
    // As a literal: bundlers look for this very form. Beside this file in what is published.
    const worker = new Worker(new URL('./web-worker-entry.js', import.meta.url), { type: 'module' });
    const cancel = () => worker.postMessage('cancel');
    const finish = () => {
      signal?.removeEventListener('abort', cancel);
      worker.terminate();
    };
    worker.onmessage = ({ data: report }: { readonly data: WorkerReport }) => {
      if ('progress' in report) {
        onProgress?.(report.progress);
        return;
      }
      finish();
      if ('solution' in report) resolve(report.solution);
      else reject(new Error(`solving in a Web Worker failed: ${report.error}`));
    };
    worker.onerror = ({ message }) => {
      finish();
      reject(new Error(`the Web Worker failed: ${message || 'its script did not load'}`));
    };
    worker.postMessage(taskOf(problem, options));
    signal?.addEventListener('abort', cancel);
    if (signal?.aborted) cancel();
  });
}
