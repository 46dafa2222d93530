import { duration, fill, rate, whole } from './format';
import { isOver, type Frame, type StateFrame } from './frames';
import { RunStream } from './run-stream';
import { HOST_TOKENS } from './tokens';

interface ProgressWords {
  states: Record<string, string>;
  iteration: string;
  epoch: string;
  speed: string;
  left: string;
}

const SIGNS: Record<string, string> = {
  queued: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 5v3.5l2 1.5',
  preparing: 'M8 2v3M8 11v3M2 8h3M11 8h3',
  running: 'M5 3l8 5-8 5z',
  pausing: 'M5.5 3v10M10.5 3v10',
  paused: 'M5.5 3v10M10.5 3v10',
  stopping: 'M4 4h8v8H4z',
  stopped: 'M4 4h8v8H4z',
  finished: 'M3 8.5 6.5 12 13 4.5',
  failed: 'M4 4l8 8M12 4l-8 8',
  lost: 'M3 8a5 5 0 1 1 1.5 3.5M3 13v-3h3',
};

/** What a run is doing, how far it is, how fast, and how long it will take. */
class RunProgressElement extends HTMLElement {
  #run = '';
  #words: Partial<ProgressWords> = {};
  #state: StateFrame | undefined;
  #frame = 0;
  #leave = () => {};

  connectedCallback() {
    if (!this.shadowRoot) {
      this.attachShadow({ mode: 'open' }).innerHTML = SHELL;
    }
    this.#follow();
  }

  disconnectedCallback() {
    this.#leave();
    this.#leave = () => {};
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  configure(run: string, words: ProgressWords) {
    this.#words = words;
    const other = run !== this.#run;
    this.#run = run;
    if (other && this.isConnected) {
      this.#state = undefined;
      this.#leave();
      this.#follow();
    }
    this.#schedule();
  }

  #follow() {
    if (this.#run) {
      this.#leave = RunStream.of(this.#run).join({ onFrame: (frame) => this.#onFrame(frame) });
    }
  }

  #onFrame(frame: Frame) {
    if (frame.type !== 'state') {
      return;
    }
    const before = this.#state?.state;
    this.#state = frame;
    const detail = { run: this.#run, ...frame };
    this.dispatchEvent(new CustomEvent('netloom-run-state', { detail, bubbles: true, composed: true }));
    if (before !== frame.state) {
      this.dispatchEvent(new CustomEvent('netloom-run-state-changed', { detail }));
    }
    this.#schedule();
  }

  #schedule() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  #draw() {
    const root = this.shadowRoot;
    const state = this.#state;
    if (!root || !state) {
      return;
    }
    const put = (id: string, text: string) => {
      const part = root.getElementById(id)!;
      if (part.textContent !== text) {
        part.textContent = text;
      }
      part.hidden = text === '';
    };
    const over = isOver(state.state);
    const running = state.state === 'running';
    const words = this.#words;
    root.getElementById('box')!.dataset.state = state.state;
    root.getElementById('sign')!.setAttribute('d', SIGNS[state.state] ?? '');
    put('word', words.states?.[state.state] ?? state.state);
    put('reason', state.reason ?? '');
    put('iteration', state.iterations > 0 ? fill(words.iteration, whole(state.iteration), whole(state.iterations)) : '');
    put('epoch', state.epochs > 0 ? fill(words.epoch, whole(state.epoch), whole(state.epochs)) : '');
    put('speed', state.samplesPerSecond && (running || over) ? fill(words.speed, rate(state.samplesPerSecond)) : '');
    put('left', running && state.secondsLeft != null ? fill(words.left, duration(state.secondsLeft)) : '');
    const share = state.iterations > 0 ? Math.min(1, state.iteration / state.iterations) : 0;
    const bar = root.getElementById('bar')!;
    bar.setAttribute('aria-valuenow', String(Math.round(share * 100)));
    bar.setAttribute('aria-label', words.states?.[state.state] ?? '');
    root.getElementById('fill')!.style.scale = `${share} 1`;
  }
}

const SHELL = `
<style>
:host { ${HOST_TOKENS}
  display: block; min-height: 44px; color: var(--nl-text); font-size: 14px; line-height: 1.4; font-variant-numeric: tabular-nums; }
:host([hidden]), [hidden] { display: none !important; }
#box { --hue: var(--netloom-state-waiting, var(--nl-quiet)); display: flex; flex-direction: column; gap: 8px; }
#box[data-state='running'], #box[data-state='preparing'] { --hue: var(--netloom-state-running, var(--nl-accent)); }
#box[data-state='finished'] { --hue: var(--netloom-state-done, light-dark(#0b7a4b, #5fd3a0)); }
#box[data-state='failed'], #box[data-state='lost'] { --hue: var(--nl-error); }
#box:is([data-state^='paus'], [data-state='stopping']) { --hue: var(--netloom-state-paused, light-dark(#8a5a00, #ffc14d)); }
#line { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 16px; min-height: 22px; }
#state { display: inline-flex; align-items: center; gap: 6px; color: var(--hue); font-weight: 600; }
svg { width: 16px; height: 16px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
#line > span:not(#state) { color: var(--nl-quiet); }
#left { margin-left: auto; }
#bar { height: 6px; overflow: hidden; border-radius: 3px; background: var(--nl-grid); }
#fill { height: 100%; border-radius: 3px; background: var(--hue); scale: 0 1; transform-origin: left; transition: scale 160ms linear; }
#reason { margin: 0; }
@media (prefers-reduced-motion: reduce) { #fill { transition: none; } }
</style>
<div id="box">
  <div id="line">
    <span id="state" role="status"><svg viewBox="0 0 16 16" aria-hidden="true"><path id="sign"/></svg><span id="word"></span></span>
    <span id="epoch" hidden></span><span id="iteration" hidden></span><span id="speed" hidden></span><span id="left" hidden></span>
  </div>
  <div id="bar" role="progressbar" aria-valuemin="0" aria-valuemax="100"><div id="fill"></div></div>
  <p id="reason" hidden></p>
</div>`;

customElements.define('netloom-run-progress', RunProgressElement);
