import type { Axis } from './plot';
import { HOST_TOKENS } from './tokens';

export interface ChartWords {
  iteration: string;
  epoch: string;
  log: string;
  smoothing: string;
  reset: string;
  resumed: string;
  overfit: string;
  member: string;
  waiting: string;
  summary: string;
  reconnecting: string;
  series: Record<string, string>;
}

export interface ChartActions {
  log(on: boolean): void;
  axis(axis: Axis): void;
  smoothing(factor: number): void;
  reset(): void;
  toggle(id: string): void;
}

interface Entry {
  id: string;
  label: string;
  colour: string;
  dashed: boolean;
  dots: boolean;
  hidden: boolean;
}

interface ShellState {
  axis: Axis;
  log: boolean;
  smoothing: number;
  zoomed: boolean;
  epochs: boolean;
  empty: boolean;
  share: boolean;
  entries: Entry[];
}

export type ChartShell = ReturnType<typeof chartShell>;

/** What stands around the drawing: legend, switches, notes, and the same in words for people who listen. */
export function chartShell(root: ShadowRoot, actions: ChartActions) {
  root.innerHTML = SHELL;
  const part = <T extends HTMLElement>(id: string) => root.getElementById(id) as T;
  const log = part<HTMLInputElement>('log');
  const smoothing = part<HTMLInputElement>('smoothing');
  const epoch = part<HTMLButtonElement>('epoch');
  const iteration = part<HTMLButtonElement>('iteration');
  log.onchange = () => actions.log(log.checked);
  smoothing.oninput = () => actions.smoothing(Number(smoothing.value));
  epoch.onclick = () => actions.axis('epoch');
  iteration.onclick = () => actions.axis('iteration');
  part('reset').onclick = () => actions.reset();
  let drawnEntries = '';

  return {
    plot: part<HTMLDivElement>('plot'),

    words(words: Partial<ChartWords>, dense: boolean) {
      part('log-word').textContent = words.log ?? '';
      part('smoothing-word').textContent = words.smoothing ?? '';
      part('reset').textContent = words.reset ?? '';
      part('waiting').textContent = words.waiting ?? '';
      part('lost').textContent = words.reconnecting ?? '';
      epoch.textContent = words.epoch ?? '';
      iteration.textContent = words.iteration ?? '';
      part('smoothing-box').hidden = !dense;
    },

    update(state: ShellState) {
      log.checked = state.log;
      part('log-box').hidden = state.share;
      if (root.activeElement !== smoothing) {
        smoothing.value = String(state.smoothing);
      }
      part('smoothing-value').textContent = state.smoothing.toFixed(2);
      part('reset').hidden = !state.zoomed;
      part('waiting').hidden = !state.empty;
      part('axis').hidden = !state.epochs;
      epoch.setAttribute('aria-pressed', String(state.axis === 'epoch'));
      iteration.setAttribute('aria-pressed', String(state.axis === 'iteration'));
      const key = JSON.stringify(state.entries);
      if (key !== drawnEntries) {
        drawnEntries = key;
        part('legend').replaceChildren(...state.entries.map((entry) => legendEntry(entry, actions)));
      }
    },

    connection(connected: boolean) {
      part('lost').hidden = connected;
    },

    speak(text: string) {
      part('spoken').textContent = text;
    },

    /** Built from text nodes only: labels are written by people. */
    tip(title: string, rows: { colour: string; label: string; value: string }[]): HTMLElement {
      const box = element('div', 'tip-box');
      box.append(element('strong', '', title));
      rows.forEach((row) => {
        const line = element('div', 'tip-row');
        const dot = element('i', '');
        dot.style.background = row.colour;
        line.append(dot, element('span', '', row.label), element('b', '', row.value));
        box.append(line);
      });
      return box;
    },
  };
}

function legendEntry(entry: Entry, actions: ChartActions): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-pressed', String(!entry.hidden));
  const swatch = element('i', `${entry.dashed ? 'dashed' : ''} ${entry.dots ? 'dots' : ''}`);
  swatch.style.color = entry.colour;
  button.append(swatch, element('span', '', entry.label));
  button.onclick = () => actions.toggle(entry.id);
  return button;
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

const SHELL = `
<style>
:host { ${HOST_TOKENS}
  display: flex; flex-direction: column; box-sizing: border-box; width: 100%; height: 320px; min-height: 220px;
  color: var(--nl-text); font-size: 13px; line-height: 1.4; font-variant-numeric: tabular-nums; }
:host([hidden]), [hidden] { display: none !important; }
:host([compact]) { height: 100%; min-height: 150px; }
:host([compact]) :is(#smoothing-box, #log-box, #axis) { display: none; }
:host([compact]) #bar { min-height: 24px; flex-wrap: nowrap; overflow: hidden; }
#bar { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 16px; padding: 0 4px; min-height: 32px; }
#legend { display: flex; flex-wrap: wrap; flex: 1 1 260px; gap: 0 4px; min-width: 0; max-height: 84px; overflow-y: auto; }
button { font: inherit; color: inherit; background: none; border: 0; border-radius: 6px; padding: 3px 8px; cursor: pointer; }
button:hover { background: var(--nl-grid); }
:is(button, input):focus-visible { outline: 2px solid var(--nl-accent); outline-offset: 1px; }
#legend button { display: inline-flex; align-items: center; gap: 8px; }
#legend button[aria-pressed='false'] { color: var(--nl-quiet); text-decoration: line-through; }
#legend button[aria-pressed='false'] i { opacity: 0.35; }
#legend i { position: relative; flex: none; width: 22px; border-top: 2.5px solid currentColor; }
#legend i.dots::after { content: ''; position: absolute; top: -5px; left: 7.5px; width: 7px; height: 7px; border-radius: 50%; background: currentColor; }
#legend i.dashed.dots::after { box-sizing: border-box; background: var(--nl-surface); border: 1.8px solid currentColor; }
#legend span { overflow-wrap: anywhere; text-align: start; }
#legend i.dashed { border-top-style: dashed; }
label { display: inline-flex; align-items: center; gap: 6px; color: var(--nl-quiet); cursor: pointer; }
input { accent-color: var(--nl-accent); margin: 0; }
#smoothing { width: 88px; }
#smoothing-value { min-width: 4ch; color: var(--nl-text); }
#axis { display: inline-flex; border: 1px solid var(--nl-line); border-radius: 7px; }
#axis button { color: var(--nl-quiet); }
#axis button[aria-pressed='true'] { background: var(--nl-grid); color: var(--nl-text); }
#reset { color: var(--nl-accent); }
#stage { position: relative; flex: 1; min-height: 0; }
#plot { position: absolute; inset: 0; }
#waiting { position: absolute; inset: 34px 16px 46px; display: grid; place-items: center; color: var(--nl-quiet); text-align: center; pointer-events: none; }
#lost { position: absolute; top: 4px; left: 50%; transform: translateX(-50%); padding: 3px 12px; border-radius: 999px;
  background: var(--nl-surface); border: 1px solid var(--nl-line); color: var(--nl-quiet); white-space: nowrap; }
#spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.tip-box { padding: 8px 12px; border-radius: 8px; border: 1px solid var(--nl-line); background: var(--nl-surface); color: var(--nl-text); font-size: 13px;
  box-shadow: 0 6px 20px rgb(0 0 0 / 0.14); }
.tip-row { display: flex; align-items: center; gap: 8px; margin-top: 2px; }
.tip-row i { width: 9px; height: 9px; border-radius: 50%; }
.tip-row b { margin-left: auto; padding-left: 16px; font-weight: 600; font-variant-numeric: tabular-nums; }
</style>
<div id="bar">
  <div id="legend"></div>
  <button id="reset" type="button" hidden></button>
  <label id="smoothing-box"><span id="smoothing-word"></span><input id="smoothing" type="range" min="0" max="0.99" step="0.01"><span id="smoothing-value"></span></label>
  <label id="log-box"><input id="log" type="checkbox"><span id="log-word"></span></label>
  <span id="axis" role="group" hidden><button id="iteration" type="button"></button><button id="epoch" type="button"></button></span>
</div>
<div id="stage"><div id="plot"></div><div id="waiting"></div><div id="lost" role="status" hidden></div></div>
<div id="spoken" aria-live="polite"></div>`;
