import { type ReactElement } from 'react';
import { ReactFlowProvider } from '@xyflow/react';
import { ReactAdapterElement } from 'Frontend/generated/flow/ReactAdapter';
import '@xyflow/react/dist/base.css';
import './canvas.css';
import './people.css';
import { Canvas, type CanvasControl } from './canvas';
import { CanvasStore, type Card, type Direction, type Gestures, type Patch, type Person, type Wire, type Words } from './model';

/** The only door between the canvas and the server: methods come in, one event per finished gesture goes out. */
class NetworkCanvasElement extends ReactAdapterElement {
  readonly #store = new CanvasStore();
  #control: CanvasControl | undefined;
  #waiting: ((control: CanvasControl) => void)[] = [];

  readonly #gestures: Gestures = {
    addLayer: (detail) => this.#tell('add-layer', detail),
    moveLayers: (places) => places.length > 0 && this.#tell('move-layers', places),
    connect: (detail) => this.#tell('connect-layers', detail),
    disconnect: (ids) => this.#tell('disconnect-layers', ids),
    removeLayers: (ids) => this.#tell('remove-layers', ids),
    selectionChanged: (ids) => this.#tell('selection-changed', ids),
    cursorMoved: (detail) => this.#tell('cursor-moved', detail),
    duplicate: (ids) => this.#tell('duplicate-layers', ids),
    group: (ids) => this.#tell('group-layers', ids),
    ungroup: (ids) => this.#tell('ungroup-layers', ids),
    open: (id) => this.#tell('open-layer', id),
    openQuickAdd: (detail) => this.#tell('open-quick-add', detail),
    command: (name) => this.#tell('command', name),
  };

  resetGraph(cards: Card[], wires: Wire[]) {
    this.#store.reset(cards, wires);
  }

  patchGraph(patch: Patch) {
    this.#store.patch(patch);
  }

  patchPeople(changed: Person[], removed: string[]) {
    this.#store.patchPeople(changed, removed);
  }

  configure(words: Partial<Words>, direction: Direction, readOnly: boolean) {
    Object.assign(this.#store, { words, direction, readOnly });
    this.#store.changed();
  }

  selectCards(ids: string[], reveal: boolean) {
    this.#whenReady((control) => control.select(ids, reveal));
  }

  fitAll() {
    this.#whenReady((control) => control.fit());
  }

  tidyUp() {
    this.#whenReady((control) => control.tidy());
  }

  protected override render(): ReactElement {
    return (
      <ReactFlowProvider>
        <Canvas store={this.#store} gestures={this.#gestures} onReady={this.#ready} />
      </ReactFlowProvider>
    );
  }

  readonly #ready = (control: CanvasControl | undefined) => {
    this.#control = control;
    if (control) {
      this.#waiting.splice(0).forEach((act) => this.#whenReady(act));
    }
  };

  /** Waits a frame: what the server sent before must have been drawn. */
  #whenReady(act: (control: CanvasControl) => void) {
    if (!this.#control) {
      this.#waiting.push(act);
      return;
    }
    requestAnimationFrame(() => this.#control && act(this.#control));
  }

  #tell(name: string, detail: unknown) {
    this.dispatchEvent(new CustomEvent(`netloom-${name}`, { detail }));
  }
}

customElements.define('netloom-canvas', NetworkCanvasElement);
