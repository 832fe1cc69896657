import type { EstateInput } from '../estate/schema.ts';

type Services = NonNullable<EstateInput['services']>;

/** The system in the management zone that carries the platform's own tools and the control planes. */
export const platformSystem = 'platform-operations';

/** Services of the first phase. That the cloud has eight categories and 30 services is published, none of these. */
export const firstServices: Services = [
  // What the platform itself provides is asked for by the centre that runs it.
  ...['ecs', 'ims', 'evs', 'vpc', 'sg', 'kms', 'ces', 'cts', 'lts'].map((service) => ({
    id: `city-${service}`,
    service,
    system: platformSystem,
  })),
  { id: 'edge-firewall', service: 'edgefw', size: 20_000, system: platformSystem, zone: 'internet' },
  { id: 'host-security', service: 'hss', size: 1200, system: platformSystem },
  { id: 'server-backup', service: 'csbs', size: 20_000, system: platformSystem },
  { id: 'portal-waf', service: 'waf', size: 40, system: 'service-platform', zone: 'internet' },
  { id: 'portal-elb', service: 'elb', system: 'service-platform', zone: 'internet' },
  { id: 'portal-cache', service: 'dcs', size: 8, system: 'service-platform' },
  { id: 'ishenzhen-cache', service: 'dcs', size: 16, system: 'ishenzhen' },
  { id: 'ishenzhen-addresses', service: 'eip', system: 'ishenzhen', zone: 'internet' },
  { id: 'sharing-objects', service: 'obs', size: 12_000, system: 'exchange-sharing' },
  { id: 'sharing-queue', service: 'dms', size: 1200, system: 'exchange-sharing' },
  { id: 'sharing-audit', service: 'dbaudit', plan: 'pair', size: 10, system: 'exchange-sharing' },
  ...['government-wechat', 'performance-appraisal', 'social-governance', 'public-trading', 'financial-services'].map(
    (system): Services[number] => ({ id: `${system}-rds`, service: 'rds', size: 300, system }),
  ),
  { id: 'archives-files', service: 'sfs', size: 4000, system: 'construction-archives' },
];

/** Who calls a database or cache of a service; as for tiers, all figures assumed. */
export const serviceFlows: NonNullable<EstateInput['dependencies']> = [
  ...firstServices
    .filter(({ service }) => service === 'rds' || service === 'dcs')
    .map(({ id, service, system }) => ({
      from: `component:${system}/app`,
      to: `workload:${id}-${service === 'rds' ? 'db' : 'cache'}`,
      strength: 'strong' as const,
      bandwidthMbps: 50,
      sessions: 1000,
      port: service === 'rds' ? 3306 : 6379,
    })),
];

/** With the second site: the platform for applications, databases over both sites. */
export const secondServices: Services = [
  ...firstServices.map((one) => (one.id === 'financial-services-rds' ? { ...one, plan: 'two-sites' } : one)),
  { id: 'city-anti-ddos', service: 'anti-ddos', size: 20_000, system: platformSystem, zone: 'internet' },
  { id: 'city-csha', service: 'csha', system: platformSystem },
  { id: 'city-swr', service: 'swr', system: platformSystem },
  { id: 'city-servicestage', service: 'servicestage', system: platformSystem },
  { id: 'sharing-gateway', service: 'roma', system: 'exchange-sharing' },
  { id: 'appraisal-documents', service: 'dds', size: 200, system: 'performance-appraisal' },
];

/** With the third: AI and blockchain. */
export const thirdServices: Services = [
  ...secondServices,
  { id: 'city-csdr', service: 'csdr', system: platformSystem },
  { id: 'ai-workbench', service: 'modelarts', system: 'ai-platform' },
  { id: 'sharing-analysis', service: 'mrs', size: 3, system: 'exchange-sharing' },
  { id: 'chain', service: 'bcs', size: 4, system: 'blockchain' },
];
