import { runTask, type WorkerReport, type WorkerTask } from './worker-task.ts';

/** The part of a dedicated worker's global scope that is used here. */
interface Scope {
  onmessage: ((event: { readonly data: WorkerTask | 'cancel' }) => void) | null;
  postMessage(report: WorkerReport): void;
}

const scope = globalThis as unknown as Scope;
const controller = new AbortController();
scope.onmessage = ({ data }) => {
  if (data === 'cancel') controller.abort();
  else void runTask(data, controller.signal, (report) => scope.postMessage(report));
};
