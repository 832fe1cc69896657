import { engine, solve, verify } from '@yunqian/scheduler-core';
import { type Command, exitCodes } from '../command.ts';
import { version as yunqianVersion } from '../version.ts';
import { show } from '../views/output.ts';

interface Finding {
  readonly check: string;
  readonly ok: boolean;
  readonly detail: string;
}

export const doctor: Command = {
  path: 'doctor',
  describe: { en: 'Check that everything yunqian needs works here', 'zh-CN': '检查本机环境是否满足 yunqian 的需要' },
  async run(_args, context) {
    const findings: Finding[] = [
      nodeVersion(context.io.nodeVersion),
      await kernel(),
      sqlite(),
      {
        check: 'terminal',
        ok: true,
        detail: `${context.io.stdout.isTTY ? `${context.io.stdout.columns} columns` : 'not a TTY'}, ${/utf-?8/i.test(context.io.env.LC_ALL ?? context.io.env.LC_CTYPE ?? context.io.env.LANG ?? '') ? 'UTF-8' : 'locale does not say UTF-8: Chinese text may show wrong'}`,
      },
      { check: 'yunqian', ok: true, detail: yunqianVersion },
    ];
    show(context, {
      data: findings,
      table: {
        columns: [
          { key: 'check', title: context.t({ en: 'CHECK', 'zh-CN': '检查项' }) },
          { key: 'state', title: context.t({ en: 'STATE', 'zh-CN': '状态' }) },
          { key: 'detail', title: context.t({ en: 'DETAIL', 'zh-CN': '详情' }) },
        ],
        rows: findings.map(({ check, ok, detail }) => ({
          check,
          state: ok ? context.t({ en: 'ok', 'zh-CN': '正常' }) : context.t({ en: 'FAILED', 'zh-CN': '失败' }),
          detail,
        })),
      },
    });
    return findings.every(({ ok }) => ok) ? exitCodes.done : exitCodes.error;
  },
};

function nodeVersion(version: string): Finding {
  const [major, minor] = version.split('.').map(Number) as [number, number];
  return {
    check: 'node',
    ok: major > 22 || (major === 22 && minor >= 12),
    detail: `${version} (22.12 or newer wanted)`,
  };
}

/** Solves a problem with one answer, and verifies it. */
async function kernel(): Promise<Finding> {
  try {
    const problem = {
      formatVersion: '1.0' as const,
      name: 'doctor',
      dimensions: ['memMiB'],
      levels: [],
      groups: [{ id: 'pair', members: [0, 1] }],
      hosts: ['a', 'b'].map((id) => ({ id, capacity: [4], domains: [] })),
      workloads: ['x', 'y'].map((id) => ({ id, demand: [1] })),
      rules: [
        { id: 'capacity', kind: 'capacity' as const },
        { id: 'apart', kind: 'separate' as const, topology: 'host', groups: ['pair'] },
      ],
    };
    const { hostOf, status } = await solve(problem);
    return {
      check: 'kernel',
      ok: status === 'complete' && verify(problem, hostOf).length === 0,
      detail: `${engine.name} ${engine.version} ${engine.kernelSha256.slice(0, 12)}`,
    };
  } catch (error) {
    return { check: 'kernel', ok: false, detail: String(error) };
  }
}

function sqlite(): Finding {
  try {
    const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
    const database = new DatabaseSync(':memory:');
    const row = database.prepare('select sqlite_version() as version').get();
    database.close();
    return { check: 'journal store', ok: true, detail: `SQLite ${String(row?.version)}` };
  } catch (error) {
    return { check: 'journal store', ok: false, detail: String(error) };
  }
}
