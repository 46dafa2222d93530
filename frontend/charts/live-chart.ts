import { CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import { DataZoomComponent, GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use, type ECharts } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';
import { Curve, overfit } from './curve';
import { figures, fill, percent, whole } from './format';
import type { Frame } from './frames';
import { plot, visible, type Axis, type Line, type Mark, type View } from './plot';
import { RunStream } from './run-stream';
import { hue, ink, onThemeChange, resolved } from './tokens';
import { chartShell, type ChartShell, type ChartWords } from './live-chart-shell';

use([
  CanvasRenderer,
  CustomChart,
  DataZoomComponent,
  GridComponent,
  LabelLayout,
  LineChart,
  MarkLineComponent,
  ScatterChart,
  TooltipComponent,
]);

interface RunLook {
  id: string;
  label: string;
  colour: string;
}

/** Not a curve: where the training of another member begins. */
const MEMBER = 'member';
const GROUPS: Record<string, string[]> = {
  loss: ['train.loss', 'train.loss.epoch', 'validation.loss', 'kl.loss', MEMBER],
  accuracy: ['train.accuracy.epoch', 'validation.accuracy', MEMBER],
  rivals: ['generator.loss', 'generator.loss.epoch', 'discriminator.loss', 'discriminator.loss.epoch'],
  fooled: ['discriminator.fooled', 'discriminator.real'],
};
/** Left out where several runs are compared: another curve says the same. */
const OFTEN_ENOUGH = new Set(['train.loss.epoch', 'generator.loss.epoch', 'discriminator.loss.epoch']);
/** Two networks in one run: the second has the hue after the run's own. */
const SECOND = new Set(['discriminator.loss', 'discriminator.loss.epoch', 'discriminator.real']);
const BUCKETS = 2000;
const SPOKEN_EVERY = 10_000;

interface Followed {
  look: RunLook;
  stream: RunStream;
  curves: Map<string, Curve>;
  restarts: Set<number>;
  iterationsPerEpoch: number;
  iteration: number;
  leave: () => void;
}

/** Curves of one or several runs: their history first, then live, without a gap and without a point drawn twice. */
class LiveChartElement extends HTMLElement {
  #looks: RunLook[] = [];
  #series: string[] = GROUPS.loss;
  #followed: Followed[] = [];
  #words: Partial<ChartWords> = {};
  #title = '';
  #axis: Axis = 'iteration';
  #log = false;
  #smoothing = 0;
  #range: [number, number] | undefined;
  #hidden = new Set<string>();
  #chart: ECharts | undefined;
  #shell: ChartShell | undefined;
  #frame = 0;
  #notBefore = 0;
  #spokenAt = 0;
  #zoomTimer: ReturnType<typeof setTimeout> | undefined;
  #leaving: (() => void)[] = [];

  connectedCallback() {
    this.#shell ??= chartShell(this.shadowRoot ?? this.attachShadow({ mode: 'open' }), {
      log: (on) => this.#set(() => (this.#log = on)),
      axis: (axis) => this.#set(() => ((this.#axis = axis), this.#reset())),
      smoothing: (factor) => this.#set(() => (this.#smoothing = factor)),
      reset: () => this.#set(() => this.#reset()),
      toggle: (id) => this.#set(() => (this.#hidden.delete(id) ? undefined : this.#hidden.add(id))),
    });
    const sized = new ResizeObserver(() => this.#resize());
    sized.observe(this.#shell.plot);
    this.#leaving = [() => sized.disconnect(), onThemeChange(() => this.#draw())];
    this.#follow();
  }

  disconnectedCallback() {
    this.#leaving.splice(0).forEach((leave) => leave());
    this.#unfollow();
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#zoomTimer);
    this.#frame = 0;
    this.#chart?.dispose();
    this.#chart = undefined;
  }

  /** @param group `loss`, `accuracy` or names of series with commas between them */
  configure(runs: RunLook[], group: string, title: string, words: ChartWords) {
    this.#looks = runs;
    this.#series = GROUPS[group] ?? group.split(',').map((name) => name.trim());
    this.#title = title;
    this.#words = words;
    if (this.isConnected) {
      this.#shell!.words(words, this.#series.some((name) => name.endsWith('.loss') && name !== 'validation.loss'));
      this.#unfollow();
      this.#follow();
    }
  }

  view(axis: Axis, log: boolean, smoothing: number) {
    this.#axis = axis;
    this.#log = log;
    this.#smoothing = Math.min(0.99, Math.max(0, smoothing));
    this.#schedule();
  }

  /** How many distinct points of a series are held; a bucket counts as all its points. */
  pointCount(series: string, run = 0): number {
    return this.#followed[run]?.curves.get(series)?.pointCount ?? 0;
  }

  /** Iteration and value of every point of a series; for a bucket its last iteration and its mean. */
  points(series: string, run = 0): [number, number][] {
    return (this.#followed[run]?.curves.get(series)?.samples ?? []).map((sample) => [sample.to, sample.value]);
  }

  #set(change: () => void) {
    change();
    this.#schedule();
  }

  #reset() {
    this.#range = undefined;
    this.#chart?.dispatchAction({ type: 'dataZoom', start: 0, end: 100 });
  }

  #follow() {
    this.#followed = this.#looks.map((look) => {
      const followed: Followed = {
        look,
        stream: RunStream.of(look.id),
        curves: new Map(this.#series.map((name) => [name, new Curve(name)])),
        restarts: new Set(),
        iterationsPerEpoch: 0,
        iteration: 0,
        leave: () => undefined,
      };
      followed.leave = followed.stream.join({
        onFrame: (frame) => this.#onFrame(followed, frame),
        onConnection: (connected) => this.#shell?.connection(connected),
      });
      void followed.stream.known().then(
        () => followed.curves.forEach((curve) => this.#load(followed, curve)),
        () => undefined,
      );
      return followed;
    });
    this.#schedule();
  }

  #unfollow() {
    this.#followed.forEach((followed) => followed.leave());
    this.#followed = [];
  }

  async #load(followed: Followed, curve: Curve) {
    curve.prepare();
    try {
      const history = await followed.stream.history(curve.series, BUCKETS);
      curve.begin(history);
      history.restarts?.forEach((iteration) => followed.restarts.add(iteration));
      this.#schedule();
    } catch {
      // Nobody follows this run any more, or it may not be read: what is on view stays.
    }
  }

  #onFrame(followed: Followed, frame: Frame) {
    switch (frame.type) {
      case 'points':
        frame.points.forEach((point) => followed.curves.get(point[1])?.add(point));
        break;
      case 'restart':
        followed.restarts.add(frame.iteration);
        followed.curves.forEach((curve) => curve.restart(frame.iteration, frame.sequence));
        break;
      case 'state':
        followed.iteration = frame.iteration;
        followed.iterationsPerEpoch = frame.epochs > 0 ? frame.iterations / frame.epochs : 0;
        this.dispatchEvent(
          new CustomEvent('netloom-run-state', { detail: { run: followed.look.id, ...frame }, bubbles: true, composed: true }),
        );
    }
    followed.curves.forEach((curve) => curve.stale && void this.#load(followed, curve));
    this.#schedule();
  }

  #resize() {
    const plotArea = this.#shell!.plot;
    if (plotArea.clientWidth === 0 || plotArea.clientHeight === 0) {
      return;
    }
    if (this.#chart) {
      this.#chart.resize();
    } else {
      this.#chart = init(plotArea);
      this.#chart.on('datazoom', () => this.#onZoom());
      this.#shell!.words(this.#words, this.#series.some((name) => name.endsWith('.loss') && name !== 'validation.loss'));
    }
    this.#draw();
  }

  /** Draws in the next frame, and less often when drawing takes long. */
  #schedule() {
    if (this.#frame === 0 && this.isConnected) {
      this.#frame = requestAnimationFrame((now) => {
        this.#frame = 0;
        if (now < this.#notBefore) {
          this.#schedule();
        } else {
          this.#draw();
          this.#notBefore = now + 3 * (performance.now() - now);
        }
      });
    }
  }

  #draw() {
    if (!this.#chart) {
      return;
    }
    const all = this.#lines();
    const lines = all.filter((line) => !this.#hidden.has(line.id));
    const view = this.#view();
    const option = plot(lines, view, ink(this.#shell!.plot));
    this.#chart.setOption({ ...option, tooltip: this.#tooltip(lines, view) }, { replaceMerge: ['series'] });
    this.#shell!.update({
      axis: this.#axis,
      log: this.#log,
      smoothing: this.#smoothing,
      zoomed: this.#range !== undefined,
      epochs: view.iterationsPerEpoch > 0,
      empty: all.length === 0 && this.#followed.every((followed) => [...followed.curves.values()].every((curve) => !curve.waiting)),
      share: all.length > 0 && all.every((line) => line.share),
      entries: all.map((line) => ({ id: line.id, label: line.label, colour: line.colour, dashed: line.dashed, dots: !line.dense, hidden: this.#hidden.has(line.id) })),
    });
    this.#speak(all);
  }

  #lines(): Line[] {
    const several = this.#followed.length > 1;
    return this.#followed.flatMap((followed, index) => {
      const colour = resolved(this.#shell!.plot, followed.look.colour || hue(index));
      return [...followed.curves.values()]
        .filter((curve) => curve.series !== MEMBER && curve.samples.length > 0 && !(several && OFTEN_ENOUGH.has(curve.series)))
        .map((curve) => ({
          id: `${followed.look.id}/${curve.series}`,
          curve,
          label: several ? `${followed.look.label} · ${this.#nameOf(curve.series)}` : this.#nameOf(curve.series),
          colour: (curve.series === 'kl.loss' || SECOND.has(curve.series)) && !several ? resolved(this.#shell!.plot, hue(index + 1)) : colour,
          dashed: curve.series.startsWith('validation') || (several && SECOND.has(curve.series)),
          dense: /^(train|kl|generator|discriminator)\.loss$/.test(curve.series),
          share: /accuracy|fooled|real/.test(curve.series),
          ending: !OFTEN_ENOUGH.has(curve.series),
        }));
    });
  }

  #nameOf(series: string): string {
    return this.#words.series?.[series] ?? series;
  }

  /** Where training was resumed; of a single run also where members begin, or where it began to over-fit. */
  #marks(): Mark[] {
    const resumed = [...new Set(this.#followed.flatMap((followed) => [...followed.restarts]))];
    const marks = resumed.map((iteration): Mark => ({ iteration, word: this.#words.resumed ?? '', strong: false }));
    if (this.#followed.length !== 1) {
      return marks;
    }
    const [{ curves, iterationsPerEpoch }] = this.#followed;
    const members = curves.get(MEMBER)?.samples ?? [];
    if (members.length > 1) {
      members.slice(1).forEach((sample) =>
        marks.push({ iteration: sample.from - 1, word: fill(this.#words.member, whole(sample.value)), strong: false }),
      );
      return marks;
    }
    const best = overfit(curves.get('validation.loss')?.samples ?? []);
    if (best) {
      const epoch = Number.isFinite(best.epoch) ? best.epoch : Math.round(best.to / Math.max(1, iterationsPerEpoch));
      marks.push({ iteration: best.to, word: fill(this.#words.overfit, whole(epoch)), strong: true });
    }
    return marks;
  }

  #view(): View {
    const known = this.#followed.find((followed) => followed.iterationsPerEpoch > 0);
    return {
      axis: this.#axis,
      log: this.#log,
      smoothing: this.#smoothing,
      range: this.#range,
      iterationsPerEpoch: known?.iterationsPerEpoch ?? 0,
      xTitle: (this.#axis === 'epoch' ? this.#words.epoch : this.#words.iteration) ?? '',
      yTitle: this.#title,
      marks: this.#marks(),
      iteration: Math.max(0, ...this.#followed.map((followed) => followed.iteration)),
      narrow: this.clientWidth < 520,
      compact: this.hasAttribute('compact'),
    };
  }

  #onZoom() {
    const zoom = (this.#chart!.getOption() as { dataZoom: { start: number; end: number; startValue: number; endValue: number }[] })
      .dataZoom[0];
    const whole = zoom.start <= 0 && zoom.end >= 100;
    this.#range = whole ? undefined : [zoom.startValue, zoom.endValue];
    clearTimeout(this.#zoomTimer);
    this.#zoomTimer = setTimeout(() => this.#lookCloser(), 200);
    this.#schedule();
  }

  /** A range of a long run is asked for again, so that what is seen is exact. */
  #lookCloser() {
    const range = this.#range;
    const perEpoch = this.#axis === 'epoch' ? this.#view().iterationsPerEpoch : 1;
    this.#followed.forEach((followed) =>
      followed.curves.forEach((curve) => {
        if (!range) {
          curve.detail = [];
        } else if (curve.bucketed) {
          const [from, to] = [range[0] * perEpoch, range[1] * perEpoch];
          followed.stream.history(curve.series, BUCKETS, from, to).then(
            (history) => range === this.#range && (curve.look(history), this.#schedule()),
            () => undefined,
          );
        }
      }),
    );
  }

  #tooltip(lines: Line[], view: View): object {
    return {
      trigger: 'axis',
      confine: true,
      className: 'tip',
      backgroundColor: 'transparent',
      borderWidth: 0,
      padding: 0,
      extraCssText: 'box-shadow:none',
      transitionDuration: 0,
      axisPointer: { type: 'line', lineStyle: { color: ink(this.#shell!.plot).quiet, width: 1, type: 'solid' } },
      formatter: (params: { axisValue: number }[]) => this.#shell!.tip(...this.#under(params[0]?.axisValue ?? 0, lines, view)),
    };
  }

  #under(at: number, lines: Line[], view: View): [string, { colour: string; label: string; value: string }[]] {
    const rows = lines.map((line) => {
      const { x, samples, means } = visible(line, view);
      let best = 0;
      x.forEach((value, index) => (best = Math.abs(value - at) < Math.abs(x[best] - at) ? index : best));
      const sample = samples[best];
      const said = line.share ? percent : figures;
      const exact = sample.word || said(sample.value);
      const smoothed = line.dense && view.smoothing > 0 && !sample.word ? `${said(means[best])} (${exact})` : exact;
      const value = sample.count > 1 ? `${smoothed}  [${figures(sample.min)} … ${figures(sample.max)}]` : smoothed;
      return { colour: line.colour, label: line.label, value };
    });
    return [`${view.xTitle} ${view.axis === 'epoch' ? Number(at.toFixed(2)) : whole(at)}`, rows];
  }

  #speak(lines: Line[]) {
    const now = performance.now();
    if (lines.length > 0 && now - this.#spokenAt > SPOKEN_EVERY) {
      this.#spokenAt = now;
      this.#shell!.speak(
        lines
          .map((line) => {
            const last = line.curve.samples[line.curve.samples.length - 1];
            return fill(this.#words.summary, line.label, last.word || (line.share ? percent : figures)(last.value), whole(last.to));
          })
          .join('; '),
      );
    }
  }
}

customElements.define('netloom-live-chart', LiveChartElement);
