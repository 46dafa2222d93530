import type { EChartsCoreOption } from 'echarts/core';
import { smooth, type Curve, type Sample } from './curve';
import { figures, percent, whole } from './format';
import type { Ink } from './tokens';

export type Axis = 'iteration' | 'epoch';

/** One curve with all that decides its looks. */
export interface Line {
  /** Of its own, even where two runs have one name. */
  id: string;
  curve: Curve;
  label: string;
  colour: string;
  dashed: boolean;
  /** Whether it has a point per iteration, so that smoothing makes sense. */
  dense: boolean;
  share: boolean;
  /** Whether its last value is written at its end. */
  ending: boolean;
}

export interface View {
  axis: Axis;
  log: boolean;
  smoothing: number;
  /** In units of the axis; undefined shows everything. */
  range: [number, number] | undefined;
  iterationsPerEpoch: number;
  xTitle: string;
  yTitle: string;
  /** Vertical lines with a word each, by iteration. */
  marks: Mark[];
  /** How far the runs are. */
  iteration: number;
  narrow: boolean;
  /** Little room: no slider, no titles of the axes. */
  compact: boolean;
}

export interface Mark {
  iteration: number;
  word: string;
  /** Worth more than a quiet line. */
  strong: boolean;
}

type Point = [number, number];

/** The samples of a line at its places on the x axis, cut to what is looked at and one neighbour on each side. */
export function visible(line: Line, view: View): { x: number[]; samples: Sample[]; means: number[] } {
  const { curve } = line;
  let samples = curve.samples;
  if (view.range && curve.detail.length > 0) {
    const from = curve.detail[0].from;
    const to = curve.detail[curve.detail.length - 1].to;
    samples = [
      ...samples.filter((sample) => sample.to < from),
      ...curve.detail,
      ...samples.filter((sample) => sample.from > to),
    ];
  }
  const means = line.dense && view.smoothing > 0 ? smooth(samples, view.smoothing) : samples.map((sample) => sample.value);
  const x = samples.map((sample) => place((sample.from + sample.to) / 2, view));
  if (!view.range) {
    return { x, samples, means };
  }
  const first = Math.max(0, x.findIndex((value) => value >= view.range![0]) - 1);
  const beyond = x.findIndex((value) => value > view.range![1]);
  const end = beyond < 0 ? x.length : beyond + 1;
  return { x: x.slice(first, end), samples: samples.slice(first, end), means: means.slice(first, end) };
}

export const place = (iteration: number, view: View) =>
  view.axis === 'epoch' && view.iterationsPerEpoch > 0 ? iteration / view.iterationsPerEpoch : iteration;

export function plot(lines: Line[], view: View, ink: Ink): EChartsCoreOption {
  const share = lines.length > 0 && lines.every((line) => line.share);
  const ends = lines.map((line) => line.curve.samples[line.curve.samples.length - 1]?.to ?? 0);
  const last = place(Math.max(1, view.iteration, ...ends), view);
  const drawable = (value: number) => (view.log && value <= 0 ? NaN : value);
  const series = lines.flatMap((line) => parts(line, view, ink, drawable, share));
  if (view.marks.length > 0 && series.length > 0) {
    series.push(verticalMarks(view, ink));
  }
  // Told by value: while the run grows, the same part stays in view.
  const zoomed = view.range ? { startValue: view.range[0], endValue: view.range[1] } : { start: 0, end: 100 };
  const name = { color: ink.quiet, fontSize: 12 };
  const label = { color: ink.quiet, fontSize: 12, hideOverlap: true };
  return {
    animation: false,
    textStyle: { fontFamily: ink.font },
    grid: { left: 16, right: view.narrow ? 68 : 80, top: view.compact ? 12 : 34, bottom: view.compact ? 8 : 46, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'value',
      name: view.compact ? '' : view.xTitle,
      nameLocation: 'middle',
      nameGap: 26,
      nameTextStyle: name,
      min: 0,
      max: last,
      minInterval: view.axis === 'iteration' ? 1 : undefined,
      axisLine: { lineStyle: { color: ink.grid } },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: { ...label, showMaxLabel: false, showMinLabel: !view.range, formatter: (value: number) => (view.axis === 'iteration' ? whole(value) : tidyFigures(value)) },
    },
    yAxis: {
      type: view.log ? 'log' : 'value',
      name: view.compact ? '' : view.yTitle,
      nameLocation: 'end',
      nameGap: 12,
      nameTextStyle: { ...name, align: 'left' },
      scale: true,
      // A low chart has room for few figures.
      ...(view.compact ? { splitNumber: 3 } : {}),
      logBase: view.log && decades(lines, view) < 2 ? 2 : 10,
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { lineStyle: { color: ink.grid } },
      axisLabel: { ...label, formatter: share ? tidyPercent : tidyFigures },
    },
    dataZoom: [
      { ...zoomed, type: 'inside', filterMode: 'none', minValueSpan: 2, zoomOnMouseWheel: 'ctrl', moveOnMouseWheel: false },
      {
        ...zoomed,
        type: 'slider',
        show: !view.compact,
        filterMode: 'none',
        height: 8,
        bottom: 6,
        left: 56,
        right: view.narrow ? 68 : 80,
        showDataShadow: false,
        showDetail: false,
        brushSelect: true,
        minValueSpan: 2,
        borderColor: 'transparent',
        backgroundColor: ink.grid,
        borderRadius: 4,
        fillerColor: view.range ? ink.accent : 'transparent',
        handleIcon: 'path://M-5 0A5 5 0 1 0 5 0A5 5 0 1 0-5 0Z',
        handleSize: 12,
        handleStyle: { color: ink.surface, borderColor: ink.quiet, borderWidth: 1.5 },
        emphasis: { handleStyle: { borderColor: ink.accent } },
        moveHandleSize: 0,
      },
    ],
    series,
  };
}

function parts(line: Line, view: View, ink: Ink, drawable: (value: number) => number, share: boolean): object[] {
  const { x, samples, means } = visible(line, view);
  const smoothed = line.dense && view.smoothing > 0;
  const { id } = line;
  const values = means.map((mean, index): Point => [x[index], drawable(mean)]);
  const found: object[] = [];
  const band = samples.map((sample, index) => [x[index], drawable(sample.min), drawable(sample.max)]);
  if (samples.some((sample) => sample.count > 1)) {
    found.push(bandOf(id, line.colour, band));
  } else if (smoothed) {
    found.push({
      ...quietLine(`${id}/raw`, line.colour),
      lineStyle: { color: line.colour, width: 1, opacity: 0.28 },
      data: samples.map((sample, index): Point => [x[index], drawable(sample.value)]),
    });
  }
  const ending = [...means].reverse().find(Number.isFinite);
  found.push({
    ...quietLine(`${id}/line`, line.colour),
    z: 4,
    lineStyle: {
      color: line.colour,
      width: line.dense && !smoothed ? 1.4 : 2.2,
      type: line.dashed ? [6, 4] : 'solid',
      cap: 'round',
      join: 'round',
    },
    showSymbol: !line.dense && samples.length <= 60,
    symbol: 'circle',
    symbolSize: line.dashed ? 7 : 6,
    itemStyle: line.dashed
      ? { color: ink.surface, borderColor: line.colour, borderWidth: 1.8 }
      : { color: line.colour },
    endLabel: {
      show: line.ending && ending !== undefined,
      color: line.colour,
      fontSize: 12,
      fontWeight: 600,
      distance: 8,
      lineHeight: 18,
      formatter: () => (share ? percent(ending!) : figures(ending!)),
    },
    labelLayout: { moveOverlap: 'shiftY' },
    data: values,
  });
  const gaps = gapsOf(x, samples, means, view.log);
  if (gaps.length > 0) {
    found.push(gapMarks(id, gaps, ink));
  }
  return found;
}

function quietLine(id: string, colour: string) {
  return { id, type: 'line', silent: true, showSymbol: false, color: colour, connectNulls: false, emphasis: { disabled: true } };
}

/** Where the values stop being numbers: first place of each stretch, at the height of the last number before it. */
function gapsOf(x: number[], samples: Sample[], means: number[], log: boolean): { value: Point; word: string }[] {
  const found: { value: Point; word: string }[] = [];
  const usable = (value: number | undefined) => value !== undefined && Number.isFinite(value) && !(log && value <= 0);
  let height = means.find(usable) ?? 1;
  let before = false;
  samples.forEach((sample, index) => {
    const broken = sample.nonFinite > 0;
    if (broken && !before) {
      found.push({ value: [x[index], height], word: sample.word || 'NaN' });
    }
    before = broken;
    height = usable(means[index]) ? means[index] : height;
  });
  return found;
}

function gapMarks(id: string, gaps: { value: Point; word: string }[], ink: Ink): object {
  return {
    id: `${id}/gaps`,
    type: 'scatter',
    silent: true,
    z: 6,
    symbol: 'diamond',
    symbolSize: 11,
    itemStyle: { color: ink.error, borderColor: ink.surface, borderWidth: 1.5 },
    data: gaps.map((gap) => ({
      value: gap.value,
      label: { show: true, position: 'top', color: ink.error, fontSize: 12, fontWeight: 600, formatter: () => gap.word },
    })),
  };
}

function verticalMarks(view: View, ink: Ink): object {
  return {
    ...quietLine('marks', ink.quiet),
    data: [],
    markLine: {
      silent: true,
      symbol: 'none',
      animation: false,
      label: { position: 'end', fontSize: 12, distance: 4 },
      data: view.marks.map((mark) => ({
        xAxis: place(mark.iteration, view),
        lineStyle: { color: mark.strong ? ink.accent : ink.quiet, type: mark.strong ? 'solid' : [2, 3], width: 1.2 },
        label: { formatter: mark.word, color: mark.strong ? ink.accent : ink.quiet },
      })),
    },
  };
}

interface DrawingApi {
  coord(point: number[]): number[];
}

/** From the least to the greatest value of each bucket, as one shape. */
function bandOf(id: string, colour: string, band: number[][]): object {
  const held = band.filter(([, min, max]) => Number.isFinite(min) && Number.isFinite(max));
  return {
    id: `${id}/band`,
    type: 'custom',
    silent: true,
    clip: true,
    z: 1,
    dimensions: ['x', 'min', 'max'],
    encode: { x: 0, y: [1, 2] },
    data: held,
    renderItem: (params: { dataIndex: number; context: { drawn?: boolean } }, api: DrawingApi) => {
      if (params.context.drawn) {
        return null;
      }
      params.context.drawn = true;
      const upper = held.map(([x, , max]) => api.coord([x, max]));
      const lower = held.map(([x, min]) => api.coord([x, min])).reverse();
      return { type: 'polygon', shape: { points: [...upper, ...lower] }, style: { fill: colour, opacity: 0.18 } };
    },
  };
}

const tidyFigures = (value: number) =>
  value !== 0 && (Math.abs(value) < 1e-3 || Math.abs(value) >= 1e6)
    ? value.toExponential(0).replace('e+', 'e').replace('-', '−')
    : String(Number(value.toPrecision(6)));

const tidyPercent = (value: number) => `${Number((value * 100).toPrecision(6))}%`;

/** How many powers of ten lie between the least and the greatest value on view. */
function decades(lines: Line[], view: View): number {
  let least = Infinity;
  let greatest = 0;
  lines.forEach((line) =>
    visible(line, view).samples.forEach(({ min, max }) => {
      least = min > 0 ? Math.min(least, min) : least;
      greatest = max > 0 && max < Infinity ? Math.max(greatest, max) : greatest;
    }),
  );
  return greatest > 0 ? Math.log10(greatest / least) : 0;
}
