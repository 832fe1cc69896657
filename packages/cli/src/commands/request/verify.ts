import { describe } from '@yunqian/planner';
import { requestStream, verifyRequests } from '@yunqian/runbook';
import { arg, type Command, exitCodes } from '../../command.ts';
import { show } from '../../views/output.ts';
import { requestOptions, withPortal } from './portal.ts';

export const requestVerify: Command = {
  path: 'request verify',
  describe: { en: 'Check the journal of requests from its first event', 'zh-CN': '从首个事件起校验申请日志' },
  options: requestOptions,
  async run(args, context) {
    return withPortal(arg.string(args, 'requests'), context, (_, store) => {
      const events = store.read(requestStream);
      const faults = verifyRequests(events);
      show(context, {
        data: { events: events.length, faults },
        before: [
          context.t({
            en: `${events.length} events, ${faults.length} faults`,
            'zh-CN': `${events.length} 个事件，${faults.length} 处错误`,
          }),
          ...faults.map(({ code, params }) => `${code} ${describe(code, params, context.lang).text}`),
        ],
      });
      return faults.length === 0 ? exitCodes.done : exitCodes.violations;
    });
  },
};
