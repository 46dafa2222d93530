import { address } from './address';
import { fill, whole } from './format';
import type { Frame } from './frames';
import { RunStream } from './run-stream';
import { HOST_TOKENS } from './tokens';

interface SampleWords {
  title: string;
  epoch: string;
  start: string;
  alt: string;
  slider: string;
  play: string;
  pause: string;
  newest: string;
}

interface Sheet {
  epoch: number;
  iteration: number;
  count: number;
  columns: number;
  width: number;
  height: number;
}

const STEP = 350;

/** What a network makes: the newest pictures by themselves, and all kept epochs to go through. Hidden as long as there are none. */
class RunSamplesElement extends HTMLElement {
  #run = '';
  #words: Partial<SampleWords> = {};
  #sheets: Sheet[] = [];
  #at = -1;
  #timer: ReturnType<typeof setInterval> | undefined;
  #asking = false;
  #again = false;
  #leave = () => {};

  connectedCallback() {
    if (!this.shadowRoot) {
      const root = this.attachShadow({ mode: 'open' });
      root.innerHTML = SHELL;
      this.#part<HTMLInputElement>('slider').addEventListener('input', (event) => {
        this.#stop();
        this.#show(Number((event.target as HTMLInputElement).value));
      });
      this.#part('play').addEventListener('click', () => (this.#timer ? this.#stop() : this.#play()));
      this.#part('newest').addEventListener('click', () => {
        this.#stop();
        this.#show(this.#sheets.length - 1);
      });
    }
    this.#follow();
  }

  disconnectedCallback() {
    this.#stop();
    this.#leave();
    this.#leave = () => {};
  }

  configure(run: string, words: SampleWords) {
    this.#words = words;
    const other = run !== this.#run;
    this.#run = run;
    if (other && this.isConnected) {
      this.#sheets = [];
      this.#at = -1;
      this.#leave();
      this.#follow();
    }
    this.#draw();
  }

  #part<T extends HTMLElement = HTMLElement>(id: string): T {
    return this.shadowRoot!.getElementById(id) as T;
  }

  #follow() {
    if (this.#run) {
      this.#leave = RunStream.of(this.#run).join({ onFrame: (frame) => this.#onFrame(frame) });
      void this.#ask();
    }
  }

  #onFrame(frame: Frame) {
    if (frame.type === 'samples' || frame.type === 'restart') {
      void this.#ask();
    }
  }

  /** Asks for the kept epochs; news that come meanwhile are asked for once more, not many times at once. */
  async #ask() {
    if (this.#asking) {
      this.#again = true;
      return;
    }
    this.#asking = true;
    const run = this.#run;
    const answer = await fetch(address(`api/v1/runs/${encodeURIComponent(run)}/samples`), {
      headers: { Accept: 'application/json' },
    }).catch(() => undefined);
    if (answer?.ok && run === this.#run) {
      this.#take(((await answer.json()) as { samples: Sheet[] }).samples);
    }
    this.#asking = false;
    if (this.#again) {
      this.#again = false;
      void this.#ask();
    }
  }

  /** Whoever looks at the newest goes on doing so; whoever looks at another epoch stays there. */
  #take(sheets: Sheet[]) {
    const newest = this.#at < 0 || this.#at === this.#sheets.length - 1;
    const epoch = this.#sheets[this.#at]?.epoch ?? 0;
    this.#sheets = sheets;
    const same = sheets.findIndex((sheet) => sheet.epoch >= epoch);
    this.#show(newest && !this.#timer ? sheets.length - 1 : same < 0 ? sheets.length - 1 : same);
  }

  #play() {
    if (this.#at >= this.#sheets.length - 1) {
      this.#show(0);
    }
    this.#timer = setInterval(() => {
      if (this.#at >= this.#sheets.length - 1) {
        this.#stop();
      } else {
        this.#show(this.#at + 1);
      }
    }, STEP);
    this.#draw();
  }

  #stop() {
    clearInterval(this.#timer);
    this.#timer = undefined;
    if (this.shadowRoot) {
      this.#draw();
    }
  }

  #show(at: number) {
    this.#at = Math.min(Math.max(0, at), this.#sheets.length - 1);
    this.#draw();
  }

  #draw() {
    const sheet = this.#sheets[this.#at];
    this.toggleAttribute('empty', !sheet);
    if (!sheet || !this.shadowRoot) {
      return;
    }
    const words = this.#words;
    const said = sheet.epoch === 0 ? (words.start ?? '') : fill(words.epoch, whole(sheet.epoch));
    const picture = this.#part<HTMLImageElement>('picture');
    const source = address(`api/v1/runs/${encodeURIComponent(this.#run)}/samples/${sheet.epoch}.png`).href;
    if (picture.src !== source) {
      picture.src = source;
    }
    picture.width = sheet.columns * (sheet.width + 1) - 1;
    picture.height = Math.ceil(sheet.count / sheet.columns) * (sheet.height + 1) - 1;
    picture.alt = fill(words.alt, whole(sheet.count), said);
    const slider = this.#part<HTMLInputElement>('slider');
    slider.max = String(this.#sheets.length - 1);
    slider.value = String(this.#at);
    slider.disabled = this.#sheets.length < 2;
    slider.setAttribute('aria-label', words.slider ?? '');
    slider.setAttribute('aria-valuetext', said);
    this.#part('epoch').textContent = said;
    const play = this.#part<HTMLButtonElement>('play');
    play.disabled = this.#sheets.length < 2;
    play.setAttribute('aria-label', (this.#timer ? words.pause : words.play) ?? '');
    play.title = play.getAttribute('aria-label') ?? '';
    this.#part('sign').setAttribute('d', this.#timer ? 'M5.5 3v10M10.5 3v10' : 'M5 3l8 5-8 5z');
    const newest = this.#part<HTMLButtonElement>('newest');
    newest.hidden = this.#at === this.#sheets.length - 1;
    newest.textContent = words.newest ?? '';
    this.#part('title').textContent = words.title ?? '';
    const ahead = this.#sheets[this.#at + 1];
    if (ahead && this.#timer) {
      new Image().src = address(`api/v1/runs/${encodeURIComponent(this.#run)}/samples/${ahead.epoch}.png`).href;
    }
  }
}

const SHELL = `
<style>
:host { ${HOST_TOKENS}
  display: block; color: var(--nl-text); font-size: 14px; line-height: 1.4; font-variant-numeric: tabular-nums; }
:host([hidden]), :host([empty]), [hidden] { display: none !important; }
h2 { margin: 0 0 12px; font: inherit; font-size: 16px; font-weight: 600; }
#picture { display: block; width: min(100%, 464px); height: auto; border-radius: 6px; image-rendering: pixelated; background: var(--nl-grid); }
#line { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px; margin-top: 12px; max-width: 464px; }
#slider { flex: 1 1 140px; min-width: 0; margin: 0; accent-color: var(--nl-accent); }
#epoch { min-width: 6.5em; color: var(--nl-quiet); }
button { font: inherit; color: inherit; background: none; border: 1px solid var(--nl-grid); border-radius: 6px; cursor: pointer; min-height: 32px; padding: 0 10px; }
button:hover:not(:disabled) { background: var(--nl-grid); }
button:disabled { cursor: default; opacity: 0.5; }
#play { display: inline-grid; place-items: center; width: 32px; padding: 0; }
:is(button, #slider):focus-visible { outline: 2px solid var(--nl-accent); outline-offset: 2px; }
svg { width: 16px; height: 16px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
</style>
<h2 id="title"></h2>
<img id="picture" alt="">
<div id="line">
  <button id="play" type="button"><svg viewBox="0 0 16 16" aria-hidden="true"><path id="sign"/></svg></button>
  <input id="slider" type="range" min="0" max="0" step="1" value="0">
  <span id="epoch"></span>
  <button id="newest" type="button" hidden></button>
</div>`;

customElements.define('netloom-run-samples', RunSamplesElement);
