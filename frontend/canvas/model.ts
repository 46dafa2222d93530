/** What the server says about one layer. The browser draws it and knows nothing more. */
export interface Card {
  id: string;
  name: string;
  type: string;
  category: number;
  /** SVG path data on a 24 × 24 grid, drawn as a line. */
  icon: string;
  summary: string;
  shape: string;
  parameters: string;
  problems: Note[];
  x: number;
  y: number;
  source: boolean;
  sink: boolean;
  /** Whether it can be opened, to see what is inside. */
  composite: boolean;
  /** The whole card as one sentence, for people who listen. */
  spoken: string;
}

export interface Note {
  severity: 'error' | 'warning';
  text: string;
}

export interface Wire {
  id: string;
  from: string;
  to: string;
  shape: string;
  shapeChanges: boolean;
}

export interface Patch {
  cards: Card[];
  removedCards: string[];
  wires: Wire[];
  removedWires: string[];
}

export interface Place {
  id: string;
  x: number;
  y: number;
}

export type Direction = 'down' | 'right';

/** The words of the canvas, in the reader's language; they come from the server. */
export type Words = Record<
  'canvas' | 'keys' | 'empty' | 'emptyHint' | 'zoomIn' | 'zoomOut' | 'fit' | 'tidy' | 'minimap' | 'connecting',
  string
>;

/** Somebody else who has this open. */
export interface Person {
  id: string;
  name: string;
  /** 0 to 7; the same for a person wherever they are. */
  colour: number;
  selected: string[];
  pointing: boolean;
  x: number;
  y: number;
}

/** The graph as last told by the server. It outlives the React tree, which is thrown away whenever the element is detached. */
export class CanvasStore {
  readonly cards = new Map<string, Card>();
  readonly wires = new Map<string, Wire>();
  readonly people = new Map<string, Person>();
  direction: Direction = 'down';
  readOnly = false;
  words: Partial<Words> = {};
  /** False until the first reset: an empty design is told from one that has not arrived. */
  known = false;
  #version = 0;
  #peopleVersion = 0;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly version = () => this.#version;

  /** Raised apart from the graph's: a moving cursor draws no card anew. */
  readonly peopleVersion = () => this.#peopleVersion;

  patchPeople(changed: Person[], removed: string[]) {
    removed.forEach((id) => this.people.delete(id));
    changed.forEach((person) => this.people.set(person.id, person));
    this.#peopleVersion++;
    this.#listeners.forEach((listener) => listener());
  }

  reset(cards: Card[], wires: Wire[]) {
    this.cards.clear();
    this.wires.clear();
    this.known = true;
    this.patch({ cards, wires, removedCards: [], removedWires: [] });
  }

  patch(patch: Patch) {
    patch.removedWires.forEach((id) => this.wires.delete(id));
    patch.removedCards.forEach((id) => this.cards.delete(id));
    patch.cards.forEach((card) => this.cards.set(card.id, card));
    patch.wires.forEach((wire) => this.wires.set(wire.id, wire));
    this.changed();
  }

  changed() {
    this.#version++;
    this.#listeners.forEach((listener) => listener());
  }
}

/** One finished gesture each; the element turns them into events for the server. */
export interface Gestures {
  addLayer(detail: { type: string; x: number; y: number; wire: string }): void;
  moveLayers(places: Place[]): void;
  connect(detail: { from: string; to: string }): void;
  disconnect(ids: string[]): void;
  removeLayers(ids: string[]): void;
  selectionChanged(ids: string[]): void;
  cursorMoved(detail: { over: boolean; x: number; y: number }): void;
  duplicate(ids: string[]): void;
  group(ids: string[]): void;
  ungroup(ids: string[]): void;
  open(id: string): void;
  openQuickAdd(detail: { x: number; y: number; left: number; top: number; from: string }): void;
  command(name: 'undo' | 'redo' | 'train' | 'showKeys' | 'leave'): void;
}
