import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { citySample, sample, smallSample } from '../../test/support/sample.ts';
import { waveGanttSvg } from './gantt.ts';
import { maxHostRows, utilisationHeatmapSvg } from './heatmap.ts';
import { rackElevationSvg } from './rack-elevation.ts';
import { heatClass } from './theme.ts';

const small = sample(smallSample);
const city = sample(citySample);

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** Right and lower edges of every rectangle stay inside the drawing. */
function expectInside(svg: string): void {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)?.map(Number) ?? [];
  for (const [, x, y, w, h] of svg.matchAll(
    /<rect class="[^"]*" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g,
  )) {
    expect(Number(x) + Number(w)).toBeLessThanOrEqual(Number(width) + 0.01);
    expect(Number(y) + Number(h)).toBeLessThanOrEqual(Number(height) + 0.01);
  }
}

describe('utilisationHeatmapSvg', () => {
  it('draws each host once, with its shares in words', () => {
    const svg = utilisationHeatmapSvg(city.plan, city.fleet);
    expect(XMLValidator.validate(svg)).toBe(true);
    for (const host of city.fleet.hosts) expect(count(svg, `<title>${host.id}  ·`)).toBe(1);
    const row = small.plan.utilisation.hosts[0];
    const share = Math.round(((row?.used[0] ?? 0) / (row?.capacity[0] ?? 1)) * 100);
    const tip = utilisationHeatmapSvg(small.plan, small.fleet)
      .split('<title>')
      .find((part) => part.startsWith(row?.host ?? '-'));
    expect(tip).toContain(`vCPU ${share} %`);
    expectInside(svg);
  });

  it('marks closed and empty hosts apart from used ones', () => {
    const svg = utilisationHeatmapSvg(small.plan, small.fleet);
    expect(svg).toContain('class="cross"');
    const emptied = utilisationHeatmapSvg(
      { ...small.plan, utilisation: { ...small.plan.utilisation, hosts: small.plan.utilisation.hosts.slice(0, 1) } },
      small.fleet,
    );
    expect(count(emptied, 'class="mark none"')).toBeGreaterThan(count(svg, 'class="mark none"'));
  });

  it('draws racks instead of hosts where hosts are too many', () => {
    const large = sample({ ...citySample, racksPerSite: 60, hostsPerRack: 20 });
    expect(large.fleet.hosts.length).toBeGreaterThan(maxHostRows);
    const svg = utilisationHeatmapSvg(large.plan, large.fleet);
    expect(count(svg, '<title>')).toBe(large.fleet.racks.length);
  });

  it('puts a share into its step of the scale', () => {
    expect([0, 0.05, 0.1, 0.999, 1, 1.0001, 2].map(heatClass)).toEqual(['h0', 'h0', 'h1', 'h9', 'h9', 'over', 'over']);
  });
});

describe('waveGanttSvg', () => {
  it('draws every wave and group, freezes, deadline, and today only when told', () => {
    const svg = waveGanttSvg(city.waves, { programme: city.programme, today: '2027-02-20T10:00', runs: city.runs });
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(count(svg, '<rect class="wave mark"')).toBe(city.waves.waves.length);
    expect(count(svg, '<rect class="seed mark"')).toBe(city.waves.groups.length);
    expect(count(svg, 'class="freeze" x')).toBe(city.programme.freezes.length + 1);
    expect(svg).toContain('2027-09-30');
    expect(count(svg, 'class="today"')).toBe(2);
    expect(waveGanttSvg(city.waves, { programme: city.programme })).not.toContain('class="today"');
    expectInside(svg);
  });

  it('keeps time in scale: what starts later stands further right', () => {
    const svg = waveGanttSvg(city.waves);
    const xs = [...svg.matchAll(/<rect class="wave mark" x="([\d.]+)"/g)].map(([, x]) => Number(x));
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
    expect(new Set(xs).size).toBe(city.waves.waves.length);
  });

  it('shows one wave over its own span', () => {
    const svg = waveGanttSvg(city.waves, { only: ['wave-2'], lang: 'zh-CN' });
    expect(count(svg, '<rect class="seed mark"')).toBe(city.waves.waves[1]?.groups.length);
    expect(svg).toContain('割接');
  });

  it('draws an empty document', () => {
    const empty = { ...small.waves, waves: [], groups: [], activities: [] };
    expect(XMLValidator.validate(waveGanttSvg(empty))).toBe(true);
  });
});

describe('rackElevationSvg', () => {
  it('draws each rack with its units and marks power over its limit', () => {
    const svg = rackElevationSvg(city.plan, city.fleet);
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(count(svg, 'class="frame"')).toBe(city.fleet.racks.length);
    const over = city.fleet.racks.filter((rack) => rack.powerW > 0 && rack.powerUsedW > rack.powerW).length;
    expect(over).toBeGreaterThan(0);
    expect(count(svg, 'class="tiny bad"')).toBe(over);
    expectInside(svg);
  });
});
