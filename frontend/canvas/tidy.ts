import { graphlib, layout } from '@dagrejs/dagre';
import { CARD_HEIGHT, CARD_WIDTH } from './card';
import type { Card, Direction, Place, Wire } from './model';

const GRID = 8;
const snap = (value: number) => Math.round(value / GRID) * GRID;

/** Places for all cards, in layers along the wires; only those that would move. The picture's top left corner stays where it was. */
export function tidyPlaces(cards: Card[], wires: Wire[], direction: Direction): Place[] {
  if (cards.length === 0) {
    return [];
  }
  const graph = new graphlib.Graph();
  graph.setGraph({ rankdir: direction === 'down' ? 'TB' : 'LR', nodesep: 40, ranksep: 56 });
  graph.setDefaultEdgeLabel(() => ({}));
  cards.forEach((card) => graph.setNode(card.id, { width: CARD_WIDTH, height: CARD_HEIGHT }));
  wires.forEach((wire) => graph.setEdge(wire.from, wire.to));
  layout(graph);

  const raw = cards.map((card) => {
    const { x, y } = graph.node(card.id) as { x: number; y: number };
    return { id: card.id, x: x - CARD_WIDTH / 2, y: y - CARD_HEIGHT / 2 };
  });
  const least = (places: { x: number; y: number }[], axis: 'x' | 'y') => Math.min(...places.map((place) => place[axis]));
  const dx = least(cards, 'x') - least(raw, 'x');
  const dy = least(cards, 'y') - least(raw, 'y');
  const before = new Map(cards.map((card) => [card.id, card]));
  return raw
    .map(({ id, x, y }) => ({ id, x: snap(x + dx), y: snap(y + dy) }))
    .filter((place) => before.get(place.id)!.x !== place.x || before.get(place.id)!.y !== place.y);
}
