import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Project, solveProject, verifySchedule } from '@yunqian/scheduler-core/sequence';

export interface PsplibRun {
  readonly instance: string;
  readonly makespan: number;
  readonly lowerBound: number;
  readonly seconds: number;
}

export interface PsplibOptions {
  readonly seconds: number;
  readonly seed: number;
  /** Folder for `<instance>.txt`, a line "job start" for each job; nothing is written without it. */
  readonly out?: string;
}

/** Every instance of a folder, or the one of a file, each for at most so many seconds. */
export async function* runPsplib(path: string, options: PsplibOptions): AsyncGenerator<PsplibRun> {
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((file) => file.endsWith('.sm'))
        .sort()
        .map((file) => join(path, file))
    : [path];
  if (options.out) mkdirSync(options.out, { recursive: true });
  for (const file of files) yield await runInstance(file, options);
}

async function runInstance(file: string, { seconds, seed, out }: PsplibOptions): Promise<PsplibRun> {
  const instance = basename(file, '.sm');
  const project = parsePsplib(readFileSync(file, 'utf8'));
  const started = performance.now();
  const elapsed = (): number => (performance.now() - started) / 1000;
  const controller = new AbortController();
  const onProgress = (): void => {
    if (elapsed() >= seconds) controller.abort();
  };
  const { schedule, makespan, lowerBound } = await solveProject(project, {
    seed,
    budget: Number.MAX_SAFE_INTEGER,
    signal: controller.signal,
    onProgress,
  });
  const took = elapsed();
  const [violation] = verifySchedule(project, schedule);
  if (violation) throw new Error(`${instance}: ${violation.message}`);
  if (out) {
    const lines = Array.from(schedule.startOf, (start, a) => `${a + 1} ${start}\n`);
    writeFileSync(join(out, `${instance}.txt`), lines.join(''));
  }
  return { instance, makespan, lowerBound, seconds: Math.round(took * 1000) / 1000 };
}

/** A single-mode instance in PSPLIB's `.sm` format. Throws where the text is none. */
export function parsePsplib(text: string): Project {
  const lines = text.split(/\r?\n/);
  const section = (title: string, headLines: number): number[][] => {
    const from = lines.findIndex((line) => line.startsWith(title)) + headLines;
    if (from < headLines) throw new Error(`no section ${title}: not a PSPLIB instance`);
    const to = lines.findIndex((line, at) => at >= from && line.startsWith('***'));
    return lines.slice(from, to).map((line) => line.trim().split(/\s+/).map(Number));
  };
  const relations = section('PRECEDENCE RELATIONS', 2);
  const requests = section('REQUESTS/DURATIONS', 3);
  const [capacities = []] = section('RESOURCEAVAILABILITIES', 2);
  const predecessors: number[][] = requests.map(() => []);
  for (const [job, , , ...successors] of relations)
    for (const next of successors) predecessors[next - 1]!.push(job! - 1);
  return {
    resources: capacities.map((capacity, r) => ({ id: `R${r + 1}`, capacity })),
    activities: requests.map(([job, , duration, ...demands], a) => ({
      id: String(job),
      duration: duration!,
      demands,
      predecessors: predecessors[a]!,
    })),
  };
}
