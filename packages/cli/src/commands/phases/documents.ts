import { dirname, join } from 'node:path';
import {
  applyChanges,
  checkDocument,
  type Diagnostic,
  type DocumentKind,
  type Documents,
  type Estate,
  type Phase,
  type Policy,
  policySchema,
  sha256,
  withServices,
  writeDocument,
} from '@yunqian/planner';
import { Exit, exitCodes } from '../../command.ts';
import type { Context } from '../../context.ts';
import { type Loaded, loadDocuments, report } from '../../io/documents.ts';

/** A phase with its documents; `made`: those that are not files yet, because the phase changes what a file says. */
export interface LoadedPhase {
  readonly phase: Phase;
  readonly fleet: Loaded<'fleet'>;
  readonly estate: Loaded<'estate'>;
  readonly policy?: Loaded<'policy'> | undefined;
  readonly programme?: Loaded<'programme'> | undefined;
  readonly made: readonly Loaded<DocumentKind>[];
}

export interface LoadedPhases {
  readonly document: Loaded<'phases'>;
  readonly phases: readonly LoadedPhase[];
  planOf(phase: Phase): string;
}

export const plansOption = {
  plans: {
    type: 'string',
    describe: {
      en: 'Folder of the plans, one folder a phase; default: `plans` beside the document',
      'zh-CN': '规划所在目录，每阶段一个子目录；缺省为文档旁的 `plans`',
    },
  },
} as const;

/** Reads a document of phases and everything that it names; every problem is printed, any error ends the command. */
export function loadPhases(context: Context, path: string, plans: string | undefined): LoadedPhases {
  const document = loadDocuments(context, [path], ['phases']).phases!;
  const folder = dirname(path);
  const into = plans ?? join(folder, 'plans');
  const read = <K extends DocumentKind>(kind: K, file: string | undefined): Loaded<K> | undefined =>
    file === undefined ? undefined : (loadDocuments(context, [join(folder, file)], [kind])[kind] as Loaded<K>);

  const phases: LoadedPhase[] = [];
  for (const [at, phase] of document.value.phases.entries()) {
    const before = phases[at - 1];
    const make = <K extends DocumentKind>(kind: K, value: Documents[K]): Loaded<K> => {
      const text = writeDocument(value, 'json');
      const made = { path: join(into, phase.id, `${kind}.json`), text, sha256: sha256(new TextEncoder().encode(text)) };
      return { ...made, value: kind === 'estate' ? (withServices(value as Estate) as Documents[K]) : value };
    };
    const named = read('estate', phase.estate);
    const changed = phase.changes && before && applyChanges(before.estate.value, phase.changes);
    const findings = [...(changed?.findings ?? [])].map(
      (finding): Diagnostic => ({
        ...finding,
        pointer: `/phases/${at}/changes${finding.pointer}`,
        document: path,
        line: 0,
        column: 0,
      }),
    );
    const merged = changed && findings.length === 0 ? make('estate', changed.estate) : undefined;
    const wrong = merged === undefined ? [] : checkDocument('estate', merged.value);
    report(context, [...findings, ...wrong.map((one) => ({ ...one, document: merged!.path, line: 0, column: 0 }))]);
    if ([...findings, ...wrong].some(({ severity }) => severity === 'error')) throw new Exit(exitCodes.usage);

    const written = read('policy', phase.policy) ?? before?.policy;
    const declared = phase.failures && make('policy', withFailures(written?.value, phase));
    phases.push({
      phase,
      fleet: (read('fleet', phase.fleet) ?? before?.fleet)!,
      estate: (merged ?? named ?? before?.estate)!,
      policy: declared ?? written,
      programme: read('programme', phase.programme) ?? before?.programme,
      made: [merged, declared].filter((one) => one !== undefined),
    });
  }
  return { document, phases, planOf: ({ id }) => join(into, id, 'plan.json') };
}

function withFailures(policy: Policy | undefined, { id, failures }: Phase): Policy {
  const { recovery, ...rest } = policy ?? { kind: 'policy', formatVersion: '1.0', name: id };
  return policySchema.parse({ ...rest, recovery: { ...recovery, failures } });
}
