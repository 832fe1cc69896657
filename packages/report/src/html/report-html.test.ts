import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citySample, type Sample, sample, smallSample } from '../../test/support/sample.ts';
import { pageScript, pageScriptSha256 } from './page-script.ts';
import { reportHtml } from './report-html.ts';

const small = sample(smallSample);

/** Every tag with its attribute names, in order: what a browser would build, whatever the texts are. */
function skeleton(html: string): string[] {
  return [...html.matchAll(/<[^<>]*>/g)].map(([tag]) => tag.replace(/="[^"]*"/g, ''));
}

/** Puts one text into each place that an author of documents controls. */
function renamed(source: Sample, text: string): Sample {
  const hostile = structuredClone(source) as { -readonly [Key in keyof Sample]: Sample[Key] };
  const name = `x${text}`;
  hostile.plan.name = name;
  for (const row of hostile.plan.unplaced) row.workload = name;
  for (const row of hostile.plan.violations) Object.assign(row, { rule: name, host: name, kind: name });
  for (const row of hostile.plan.assumptions) Object.assign(row, { subject: name, reason: name });
  for (const row of hostile.plan.inputs) row.path = name;
  for (const system of hostile.estate.systems) Object.assign(system, { name, nameZh: name });
  for (const tenant of hostile.estate.tenants) Object.assign(tenant, { name, nameZh: name });
  for (const wave of hostile.waves.waves) wave.name = name;
  for (const freeze of hostile.programme.freezes) freeze.reason = name;
  return {
    ...hostile,
    fleet: { ...hostile.fleet, hosts: hostile.fleet.hosts.map((host) => ({ ...host, zone: name, pool: name })) },
  };
}

describe('reportHtml', () => {
  it('gives the same bytes for the same input, in any time zone', () => {
    const zone = process.env.TZ;
    const first = reportHtml({ ...small, lang: 'en' });
    process.env.TZ = 'America/New_York';
    const second = reportHtml({ ...sample(smallSample), lang: 'en' });
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(second).toBe(first);
  });

  it('shows what is unplaced with its reasons, violations, assumptions, waves and runs', () => {
    const city = sample(citySample);
    const html = reportHtml({ ...city, lang: 'en' });
    for (const row of city.plan.unplaced) expect(html).toContain(`<code>${row.workload}</code>`);
    expect(html).toContain('0 of 404 hosts: 384 short of Memory, 14 zones, 6 ha');
    expect(html).toContain('missing Memory 8 GiB');
    expect(html).toContain('spread-racks');
    expect(html).toContain('nameplate of the power supply');
    expect(html).toContain('sys-002: approval');
    for (const wave of city.waves.waves) expect(html).toContain(`<b>${wave.name}`);
  });

  it('speaks Chinese throughout: no English label is left', () => {
    const html = reportHtml({ ...small, lang: 'zh-CN' });
    expect(html).toContain('<html lang="zh-CN">');
    for (const word of ['Utilisation', 'Workload<', 'Waves', 'Not placed', 'Filter', 'committed', 'Memory'])
      expect(html).not.toContain(word);
    expect(html).toContain('交通业务系统1');
  });

  it('says so when nothing is wrong, and when the plan must not be used', () => {
    const clean = {
      ...small.plan,
      unplaced: [],
      violations: [],
      summary: { ...small.plan.summary, unplaced: 0, softViolations: 0 },
    };
    expect(reportHtml({ plan: clean, fleet: small.fleet, estate: small.estate })).toContain(
      'Every workload has a host',
    );
    const broken = { ...clean, summary: { ...clean.summary, hardViolations: 2 } };
    expect(reportHtml({ plan: broken, fleet: small.fleet, estate: small.estate })).toContain('must not be carried out');
  });

  it('stays small for a large fleet: racks in place of hosts', () => {
    const large = sample({ ...citySample, racksPerSite: 60, hostsPerRack: 20 });
    const html = reportHtml({ ...large, lang: 'en' });
    expect(html).toContain('One row a rack');
    expect(html).not.toContain('<h2>Racks');
    expect(html.length).toBeLessThan(1_500_000);
  });

  it('keeps its structure under hostile names', () => {
    const expected = skeleton(reportHtml({ ...renamed(small, 'y'), lang: 'en' }));
    const hostile = fc.oneof(
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        "' onload='x",
        '</title></svg>',
        ']]>',
        '&#60;b&#62;',
        '</style><b>',
      ),
      fc.string({ unit: 'binary', maxLength: 30 }),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        expect(skeleton(reportHtml({ ...renamed(small, text), lang: 'en' }))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('runs no script but its own and loads nothing', () => {
    const html = reportHtml({ ...small, lang: 'en' });
    expect(createHash('sha256').update(pageScript).digest('base64')).toBe(pageScriptSha256);
    expect(html).toContain(`script-src 'sha256-${pageScriptSha256}'`);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toMatch(/\s(src|href|action)=|url\(|@import|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
  });
});
