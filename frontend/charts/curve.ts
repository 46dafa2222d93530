import { numberOf, type History, type LivePoint } from './frames';

/** Beyond this the live points of a series are exchanged for buckets. */
export const MOST_POINTS = 20_000;

/** One point, or a stretch of them told by its least, greatest and mean value. */
export interface Sample {
  from: number;
  to: number;
  epoch: number;
  value: number;
  min: number;
  max: number;
  count: number;
  nonFinite: number;
  /** Only for a single point that is not a number: which one. */
  word: string;
}

/** One series of one run: what the server told, then what arrived live. Points are kept once each. */
export class Curve {
  readonly series: string;
  samples: Sample[] = [];
  /** What replaces part of the samples while a range is looked at closely. */
  detail: Sample[] = [];
  bucketed = false;
  /** Set when a stretch was cut in two: what is left of it has to be asked for. */
  #torn = false;
  #sequence = -1;
  /** Frames that came before the history; undefined once it is there. */
  #early: (LivePoint | { restart: number; sequence: number })[] | undefined = [];
  #live = 0;

  constructor(series: string) {
    this.series = series;
  }

  /** Whether a history was asked for and has not come yet. */
  get waiting() {
    return this.#early !== undefined;
  }

  /** Whether the history should be asked for again. */
  get stale() {
    return this.#early === undefined && (this.#torn || this.#live > MOST_POINTS);
  }

  get pointCount() {
    return this.samples.reduce((sum, sample) => sum + sample.count, 0);
  }

  /** Takes the history; live points since this curve began are kept where the history does not hold them. */
  begin(history: History) {
    const early = this.#early ?? [];
    this.samples = samplesOf(history);
    this.detail = [];
    this.bucketed = history.buckets !== undefined;
    this.#sequence = history.sequence;
    this.#early = undefined;
    this.#torn = false;
    this.#live = this.bucketed ? 0 : this.samples.length;
    early.forEach((frame) => ('restart' in frame ? this.restart(frame.restart, frame.sequence) : this.add(frame)));
  }

  /** From now on frames wait until {@link begin} is called again; what is held stays on view. */
  prepare() {
    this.#early ??= [];
  }

  add(point: LivePoint) {
    if (this.#early) {
      this.#early.push(point);
    }
    if (point[0] <= this.#sequence) {
      return;
    }
    const sample = pointSample(point[2], point[3], numberOf(point[4]));
    const last = this.samples[this.samples.length - 1];
    if (!last || last.to < sample.from) {
      this.samples.push(sample);
      this.#live++;
    }
  }

  restart(iteration: number, sequence: number) {
    this.#early?.push({ restart: iteration, sequence });
    if (sequence >= this.#sequence) {
      const stays = (sample: Sample) => sample.to <= iteration;
      this.#torn ||= this.samples.some((sample) => sample.from <= iteration && sample.to > iteration);
      this.samples = this.samples.filter(stays);
      this.detail = this.detail.filter(stays);
    }
  }

  look(history: History) {
    this.detail = samplesOf(history);
  }
}

/** The exponential mean that follows the samples, corrected for its start at zero; a bucket weighs as all its points. */
export function smooth(samples: Sample[], factor: number): number[] {
  let mean = 0;
  let weight = 1;
  return samples.map((sample) => {
    if (!Number.isFinite(sample.value)) {
      return NaN;
    }
    const keep = factor ** Math.max(1, sample.count - sample.nonFinite);
    mean = keep * mean + (1 - keep) * sample.value;
    weight *= keep;
    return mean / (1 - weight);
  });
}

/** Checks after the best one from which on a network counts as over-fitted; the server says the same. */
const CHECKS_AFTER = 2;

/** The lowest validation loss, where no later check reached it again. */
export function overfit(validation: Sample[]): Sample | undefined {
  let best = -1;
  validation.forEach((sample, index) => {
    if (Number.isFinite(sample.min) && (best < 0 || sample.min < validation[best].min)) {
      best = index;
    }
  });
  const after = validation.slice(best + 1).reduce((sum, sample) => sum + sample.count, 0);
  return best >= 0 && after >= CHECKS_AFTER ? validation[best] : undefined;
}

function samplesOf(history: History): Sample[] {
  if (history.buckets) {
    return history.buckets.map(([from, to, min, max, mean, count, nonFinite]) => ({
      from,
      to,
      epoch: NaN,
      value: numberOf(mean),
      min: numberOf(min),
      max: numberOf(max),
      count,
      nonFinite,
      word: '',
    }));
  }
  return (history.points ?? []).map(([iteration, epoch, value]) => pointSample(iteration, epoch, numberOf(value)));
}

function pointSample(iteration: number, epoch: number, value: number): Sample {
  const finite = Number.isFinite(value);
  const word = finite ? '' : Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞';
  return { from: iteration, to: iteration, epoch, value, min: value, max: value, count: 1, nonFinite: finite ? 0 : 1, word };
}
