/** A text in the two languages of the project. */
export interface ServiceText {
  readonly en: string;
  readonly 'zh-CN': string;
}

/**
 * The categories of the Shenzhen article: it says eight and names seven. The eighth, `platform`, is assumed: what is left
 * of the vendor's services are containers, middleware, data, AI and blockchain.
 */
export const serviceCategories = {
  compute: { en: 'compute', 'zh-CN': '计算' },
  storage: { en: 'storage', 'zh-CN': '存储' },
  network: { en: 'network', 'zh-CN': '网络' },
  recovery: { en: 'disaster recovery', 'zh-CN': '灾备' },
  security: { en: 'security', 'zh-CN': '安全' },
  database: { en: 'database', 'zh-CN': '数据库' },
  management: { en: 'management', 'zh-CN': '管理' },
  platform: { en: 'platform (containers, data, AI)', 'zh-CN': '平台（容器、数据与人工智能）' },
} as const satisfies Readonly<Record<string, ServiceText>>;
export type ServiceCategory = keyof typeof serviceCategories;

/** Where figures come from: a text that was read, or the reason why they stand without one. */
export type Basis = { readonly source: string } | { readonly assumed: string };

/** Figures of a role. */
export const roleFigures = ['count', 'vcpus', 'memory', 'volumes', 'bandwidth'] as const;
export type RoleFigure = (typeof roleFigures)[number];

/** The figures of a role that its source states; the others are assumed, and `assumed` says why. */
export interface RoleBasis {
  readonly source?: string;
  readonly states: readonly RoleFigure[];
  readonly assumed: string;
}

/** Figures of a role that nobody published. */
export const assumedFigures = ({ states }: RoleBasis): RoleFigure[] =>
  roleFigures.filter((figure) => !states.includes(figure));

/** How far apart the replicas of a role stand: on hosts of their own, and over at least two racks or sites besides. */
export const apartLevels = ['none', 'host', 'rack', 'site'] as const;
export type Apart = (typeof apartLevels)[number];

/** A fixed amount, one by the size of the instance, or one by size that the replicas of a role share. */
export type Amount = number | { readonly perUnit: number } | { readonly shared: number };

/** Servers of one kind within an instance or a control plane. Amounts are those of one replica. */
export interface ServiceRole {
  readonly role: string;
  /** Replicas; `per`: one for so many units of size, `least` at least. */
  readonly count: number | { readonly per: number; readonly least: number };
  readonly vcpus: number;
  readonly memGiB: Amount;
  readonly volumes: readonly { readonly type: 'sas' | 'ssd'; readonly sizeGiB: Amount }[];
  readonly nicMbps: number;
  readonly basis: RoleBasis;
}

/** Devices that the cloud must hold: `least`, and one for each `per` units of the sizes of all instances together. */
export interface ServiceAppliance {
  /** Catalogue id. */
  readonly model: string;
  readonly least: number;
  readonly per?: number;
  readonly basis: Basis;
}

export interface ServicePlan {
  readonly id: string;
  readonly name: ServiceText;
  readonly apart: Apart;
  readonly roles: readonly ServiceRole[];
  readonly appliances: readonly ServiceAppliance[];
}

/** What the size of an instance counts. */
export interface ServiceSize {
  readonly unit: ServiceText;
  readonly least: number;
  readonly most: number;
  readonly usual: number;
  readonly basis: Basis;
}

/** Kinds of zones, as in fleets. */
export type ServiceZone = 'internet' | 'public' | 'business' | 'private' | 'management' | 'dmz' | 'shared';

export interface CloudService {
  readonly id: string;
  /** The row of the catalogue that says what it is and which pool it draws on. */
  readonly entry: string;
  readonly name: ServiceText;
  readonly category: ServiceCategory;
  /** Zones in which its instances may stand; `zonesBasis` says who says so. */
  readonly zones: readonly ServiceZone[];
  readonly zonesBasis: Basis;
  /** The highest level of a system that it may serve. */
  readonly mlpsAtMost: 3 | 4;
  readonly size?: ServiceSize;
  /** The first is the usual one. */
  readonly plans: readonly ServicePlan[];
  /** What runs it, once in each cloud where it or a service that needs it is asked for. */
  readonly control: readonly ServiceRole[];
  /** Services whose control planes it cannot do without. */
  readonly needs: readonly string[];
}
