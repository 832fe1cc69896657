/** Byte offsets of the two record kinds. The compiler (src/compile/records.ts) writes them, terms read them. */

// Term record: one per (rule, group) or (rule), 40 bytes. The first word is the address of its config record.
export const TERM_BYTES: i32 = 40;
export const TERM_TABLE: usize = 4;      // address of the count table
export const TERM_MASK: usize = 8;       // slots - 1 of a hash table, -1 where dense
export const TERM_PLACED: usize = 12;    // members placed
export const TERM_USED: usize = 16;      // domains in use
export const TERM_MAX: usize = 20;       // most loaded domain
export const TERM_MIN: usize = 24;       // least loaded domain
export const TERM_EXTRA: usize = 28;     // histogram, limits or presence, by kind
export const TERM_SLACK: usize = 32;     // allowances per place of a noWorse term, 0 where none
export const TERM_GROUP_SLACK: usize = 36; // address of the allowances of the whole group: domains, skew, least domains

// Config record: what all terms of one rule share, 64 bytes.
export const CONFIG_KIND: usize = 0;
export const CONFIG_MODE: usize = 4;
export const CONFIG_DURING: usize = 8;
export const CONFIG_TOPOLOGY: usize = 12; // -1: the host itself
export const CONFIG_LEVEL: usize = 16;    // index of the cost level
export const CONFIG_DIMENSION: usize = 20;
// Words 24 to 44 belong to the kind of the term.
export const CONFIG_MAX_PER_DOMAIN: usize = 24;
export const CONFIG_MIN_PER_DOMAIN: usize = 28;
export const CONFIG_MAX_SKEW: usize = 32;
export const CONFIG_MIN_DOMAINS: usize = 36;
export const CONFIG_MAX_DOMAINS: usize = 40;
export const CONFIG_PARTIES: usize = 44;
export const CONFIG_DIMENSION_B: usize = 24;
export const CONFIG_TARGET: usize = 28;
export const CONFIG_LIMIT: usize = 24;
export const CONFIG_CLASSES: usize = 24;
export const CONFIG_GROUPS: usize = 24;
export const CONFIG_EVERYWHERE: usize = 24;
export const CONFIG_CARDS: usize = 24;
export const CONFIG_PRICE_BYTES: usize = 28;
export const CONFIG_DISTANCES: usize = 24;
export const CONFIG_APART: usize = 28;
export const CONFIG_TRACKED: usize = 48;  // 1 where the sum of amounts is kept
export const CONFIG_INDEX: usize = 52;
export const CONFIG_DOMAINS: usize = 56;  // domains of the level
export const CONFIG_OPEN: usize = 60;     // of them with an open host

/** Blocks a host on which its amount would grow. */
export const HARD: i32 = 0;
/** Costs weight x amount. */
export const SOFT: i32 = 1;
/** Hard, but passes through broken states: settled by whoever places the whole group. */
export const DEFERRED: i32 = 2;

/** Hosts that are remembered for each class: those that took its last workloads. */
export const REMEMBERED: i32 = 3;
