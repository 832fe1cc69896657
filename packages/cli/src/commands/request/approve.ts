import { arg, type Command } from '../../command.ts';
import { actorOf, actorOptions } from '../run/journal.ts';
import {
  findRequest,
  planOption,
  portalDocuments,
  reportRequest,
  requestOptions,
  requestPositional,
  requestStates,
  withPortal,
} from './portal.ts';

export const requestApprove: Command = {
  path: 'request approve',
  describe: {
    en: 'Agree to the step that is open; the last approval reserves the room',
    'zh-CN': '同意当前审批步骤；最后一次批准将预留资源',
  },
  positionals: requestPositional,
  options: {
    comment: { type: 'string', describe: { en: 'Part of the record', 'zh-CN': '写入记录的意见' } },
    ...planOption,
    ...requestOptions,
    ...actorOptions,
  },
  async run(args, context) {
    const documents = portalDocuments(args, context);
    return withPortal(arg.string(args, 'requests'), context, async (portal) => {
      const { id } = findRequest(portal, arg.string(args, 'request'), context);
      const comment = arg.optional(args, 'comment');
      const result = await portal.approve(documents, id, actorOf(args, context), comment);
      const state = portal.view().requests.get(id)!.state;
      return reportRequest(
        context,
        result,
        state === 'approved'
          ? {
              en: `${id} is approved and its room reserved. Next: yunqian plan create --requests ${arg.string(args, 'requests')}`,
              'zh-CN': `${id} 已批准并预留资源。下一步：yunqian plan create --requests ${arg.string(args, 'requests')}`,
            }
          : {
              en: `Noted; ${id} is ${requestStates[state].en}`,
              'zh-CN': `已记录；${id} ${requestStates[state]['zh-CN']}`,
            },
      );
    });
  },
};
