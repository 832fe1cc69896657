import type { Finding } from '@yunqian/hw-model';

/** Notes one problem of an estate. */
export type Find = (code: string, severity: Finding['severity'], pointer: string, params: Finding['params']) => void;
