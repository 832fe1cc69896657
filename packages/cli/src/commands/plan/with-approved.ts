import { basename, dirname, join } from 'node:path';
import { type Estate, sha256, withRequests, withServices, writeDocument } from '@yunqian/planner';
import { reservedRequests } from '@yunqian/runbook';
import type { Context } from '../../context.ts';
import type { Loaded } from '../../io/documents.ts';
import { writeFileAtomic } from '../../io/files.ts';
import { withPortal } from '../request/portal.ts';

/**
 * The estate with approved requests in it, written beside their journal: the plan names it as its input, so that
 * everything made from the plan finds it.
 */
export async function withApproved(
  context: Context,
  { value }: Loaded<'estate'>,
  requests: string,
  out: string,
): Promise<Loaded<'estate'>> {
  const reserved = await withPortal(requests, context, (portal) => reservedRequests(portal.view()));
  const estate: Estate = withRequests(value, reserved);
  const text = writeDocument(estate, 'json');
  const path = join(dirname(requests), `${out === '-' ? 'plan' : basename(out, '.json')}-estate.json`);
  writeFileAtomic(context.io.cwd, path, text);
  context.say({
    en: `${reserved.length} approved requests joined the estate: ${path}`,
    'zh-CN': `已并入 ${reserved.length} 项已批准的申请：${path}`,
  });
  return { path, text, sha256: sha256(new TextEncoder().encode(text)), value: withServices(estate) };
}
