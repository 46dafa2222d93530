/** A value as it travels: JSON has no NaN and no infinity. */
export type WireValue = number | 'NaN' | 'Infinity' | '-Infinity';

export type LivePoint = [sequence: number, series: string, iteration: number, epoch: number, value: WireValue];

export interface PointsFrame {
  type: 'points';
  sequence: number;
  points: LivePoint[];
}

/** Training went on from a checkpoint: every point after `iteration` seen so far is void. */
export interface RestartFrame {
  type: 'restart';
  sequence: number;
  iteration: number;
}

export interface StateFrame {
  type: 'state';
  sequence: number;
  state: string;
  reason?: string;
  iteration: number;
  iterations: number;
  epoch: number;
  epochs: number;
  samplesPerSecond?: number | null;
  secondsLeft?: number | null;
}

/** There are pictures of what the network makes after this epoch. */
export interface SamplesFrame {
  type: 'samples';
  sequence: number;
  epoch: number;
}

export type Frame = PointsFrame | RestartFrame | SamplesFrame | StateFrame;

export type Bucket = [
  fromIteration: number,
  toIteration: number,
  min: WireValue | null,
  max: WireValue | null,
  mean: WireValue | null,
  count: number,
  nonFinite: number,
];

export interface History {
  series: string;
  sequence: number;
  points?: [iteration: number, epoch: number, value: WireValue][];
  buckets?: Bucket[];
  restarts?: number[];
}

export interface Listing {
  sequence: number;
  series: { name: string; count: number }[];
}

export const isOver = (state: string | undefined) => state === 'finished' || state === 'stopped' || state === 'failed';

export const numberOf = (value: WireValue | null) => (value === null ? NaN : Number(value));
