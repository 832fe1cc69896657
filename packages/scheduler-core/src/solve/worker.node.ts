/// <reference types="node" />
import { Worker } from 'node:worker_threads';
import type { Problem } from '../problem/problem.ts';
import type { Solution, SolveOptions } from './solution.ts';
import { taskOf, type WorkerReport } from './worker-task.ts';

/** `solve` in a thread of its own: the same result for the same inputs. `clock` is not taken along. */
export function solveInWorker(problem: Problem, options: SolveOptions = {}): Promise<Solution> {
  const { signal, onProgress } = options;
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(`./worker-entry.node.${extension}`, import.meta.url), {
      workerData: taskOf(problem, options),
    });
    const cancel = () => worker.postMessage('cancel');
    const finish = () => signal?.removeEventListener('abort', cancel);
    worker.on('message', (report: WorkerReport) => {
      if ('progress' in report) {
        onProgress?.(report.progress);
        return;
      }
      finish();
      if ('solution' in report) resolve(report.solution);
      else reject(new Error(`solving in a worker thread failed: ${report.error}`));
    });
    worker.on('error', (cause) => {
      finish();
      reject(new Error('the worker thread failed', { cause }));
    });
    worker.on('exit', (code) => {
      finish();
      reject(new Error(`the worker thread ended with code ${code} before it had a result`));
    });
    signal?.addEventListener('abort', cancel);
    if (signal?.aborted) cancel();
  });
}
