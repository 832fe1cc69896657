import { expandFleet } from '@yunqian/hw-model';
import { createPlan, writeDocument } from '@yunqian/planner';
import { arg, type Command, exitCodes, UsageError } from '../../command.ts';
import { inputRefs, loadDocuments, report } from '../../io/documents.ts';
import { writeFileAtomic } from '../../io/files.ts';
import { progressLine } from '../../io/progress.ts';
import { showPlan } from '../../views/plan.ts';
import { withApproved } from './with-approved.ts';

const phasesZh = {
  compile: '准备',
  construct: '放置',
  repair: '修复',
  improve: '优化',
  bound: '求下界',
  reduce: '收缩',
  done: '完成',
} as const;

export const planCreate: Command = {
  path: 'plan create',
  describe: {
    en: 'Place every workload of an estate onto a fleet',
    'zh-CN': '把 estate 的每个工作负载放置到 fleet 上',
  },
  positionals: [
    {
      name: 'documents',
      variadic: true,
      describe: {
        en: 'Estate, fleet and (optional) policy, in any order; default: those in this directory',
        'zh-CN': 'estate、fleet 与（可选）policy 文档，顺序不限；缺省为当前目录中的文档',
      },
    },
  ],
  options: {
    out: {
      type: 'string',
      alias: 'o',
      default: 'plan.json',
      describe: { en: 'Plan document to write; - for stdout', 'zh-CN': '写出的规划文档；- 表示标准输出' },
    },
    seed: {
      type: 'number',
      default: 1,
      integer: true,
      min: 0,
      describe: { en: 'Seed; same seed, same plan', 'zh-CN': '随机种子；种子相同则规划相同' },
    },
    budget: {
      type: 'number',
      default: 2_000_000,
      integer: true,
      min: 0,
      describe: { en: 'Work units that repair may spend', 'zh-CN': '修复阶段可用的计算单位数' },
    },
    from: {
      type: 'string',
      describe: {
        en: 'Live placement: a plan whose workloads run where it says; only what pays moves, and the moves are listed in order',
        'zh-CN': '现网放置：工作负载目前位于该规划所述的主机；仅迁移有收益的工作负载，并按顺序列出迁移步骤',
      },
    },
    'max-moves': {
      type: 'number',
      integer: true,
      min: 0,
      describe: { en: 'At most so many workloads move (with --from)', 'zh-CN': '最多迁移的工作负载数（配合 --from）' },
    },
    'move-price': {
      type: 'number',
      min: 0,
      describe: {
        en: "What a move must be worth, in units of the policy's first goals (with --from)",
        'zh-CN': '一次迁移至少应带来的收益，以策略首要目标的单位计（配合 --from）',
      },
    },
    'moves-at-once': {
      type: 'number',
      integer: true,
      min: 1,
      describe: { en: 'Moves in one step at most (with --from)', 'zh-CN': '每一步最多同时迁移数（配合 --from）' },
    },
    threads: {
      type: 'number',
      integer: true,
      min: 1,
      max: 64,
      default: 1,
      describe: {
        en: 'Searches at once, with the seeds that follow; the best one counts',
        'zh-CN': '并行搜索数（依次使用后续种子），取最优结果',
      },
    },
    requests: {
      type: 'string',
      describe: {
        en: 'Journal of requests: what is approved joins the estate and keeps the hosts that it was promised',
        'zh-CN': '申请日志：已批准的申请并入 estate，并保留承诺的主机',
      },
    },
    worker: {
      type: 'boolean',
      describe: {
        en: 'Run the kernel in a worker thread (same bytes)',
        'zh-CN': '在工作线程中运行内核（结果字节相同）',
      },
    },
  },
  examples: [
    'plan create estate.yaml fleet.yaml policy.yaml -o plan.json',
    'plan create estate.yaml fleet.yaml policy.yaml --from plan.json --max-moves 50 -o next.json',
  ],
  async run(args, context) {
    const {
      estate: written,
      fleet,
      policy,
    } = loadDocuments(context, arg.list(args, 'documents'), ['estate', 'fleet'], ['policy']);
    const out = arg.string(args, 'out');
    const requests = arg.optional(args, 'requests');
    const estate = requests === undefined ? written : await withApproved(context, written!, requests, out);
    const live = arg.optional(args, 'from');
    const from = live === undefined ? undefined : loadDocuments(context, [live], ['plan']).plan;
    const [limit, price, maxPerStep] = ['max-moves', 'move-price', 'moves-at-once'].map((name) =>
      arg.number(args, name),
    );
    if (from === undefined && (limit ?? price ?? maxPerStep) !== undefined) {
      throw new UsageError(
        context.t({
          en: '--max-moves, --move-price and --moves-at-once need --from: a plan to move from',
          'zh-CN': '--max-moves、--move-price 与 --moves-at-once 需配合 --from 使用',
        }),
      );
    }
    const progress = progressLine(context);
    const { plan, diagnostics } = await createPlan({
      estate: estate!.value,
      fleet: expandFleet(fleet!.value),
      ...(policy === undefined ? {} : { policy: policy.value }),
      inputs: inputRefs(context, [estate, fleet, policy, from], out),
      ...(from && { from: from.value, moves: { limit, price, ...(maxPerStep !== undefined && { maxPerStep }) } }),
      seed: arg.number(args, 'seed')!,
      budget: arg.number(args, 'budget')!,
      worker: arg.flag(args, 'worker'),
      threads: arg.number(args, 'threads')!,
      signal: context.signal,
      onProgress: ({ phase, placed, total, hostsUsed }) =>
        progress.update(
          context.t({
            en: `${phase}  ${placed}/${total} placed  ${hostsUsed} hosts`,
            'zh-CN': `${phasesZh[phase]}  已放置 ${placed}/${total}  主机 ${hostsUsed} 台`,
          }),
        ),
    });
    progress.done();
    report(context, diagnostics);
    if (plan === undefined) return exitCodes.usage;
    const text = writeDocument(plan, 'json');
    if (out === '-') context.io.stdout.write(text);
    else {
      writeFileAtomic(context.io.cwd, out, text);
      showPlan(context, plan, out);
      context.say({
        en: `Next: yunqian plan verify ${out}, then yunqian wave create ${out}`,
        'zh-CN': `下一步：yunqian plan verify ${out}，然后 yunqian wave create ${out}`,
      });
    }
    if (plan.status === 'cancelled') return exitCodes.interrupted;
    if (plan.summary.hardViolations > 0) return exitCodes.violations;
    return plan.summary.unplaced > 0 ? exitCodes.unplaced : exitCodes.done;
  },
};
