import type { Card, Direction, Wire } from './model';

export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

const AWAY: Record<Arrow, [number, number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** The card that an arrow key leads to: along a wire where there is one, else the nearest in that direction. */
export function neighbour(from: Card, arrow: Arrow, cards: Map<string, Card>, wires: Iterable<Wire>, flow: Direction): Card | undefined {
  const ahead = flow === 'down' ? 'ArrowDown' : 'ArrowRight';
  const back = flow === 'down' ? 'ArrowUp' : 'ArrowLeft';
  const joined: Card[] = [];
  for (const wire of wires) {
    const other = arrow === ahead && wire.from === from.id ? wire.to : arrow === back && wire.to === from.id ? wire.from : undefined;
    const card = other === undefined ? undefined : cards.get(other);
    if (card) {
      joined.push(card);
    }
  }
  if (joined.length > 0) {
    return least(joined, (card) => Math.hypot(card.x - from.x, card.y - from.y));
  }
  const [ax, ay] = AWAY[arrow];
  const beyond = [...cards.values()].filter((card) => (card.x - from.x) * ax + (card.y - from.y) * ay > 0);
  return least(beyond, (card) => {
    const dx = card.x - from.x;
    const dy = card.y - from.y;
    return Math.abs(dx * ax + dy * ay) + 3 * Math.abs(dx * ay - dy * ax);
  });
}

/** Cards as a person reads them: from the top, then from the left. */
export function inReadingOrder(cards: Iterable<Card>): Card[] {
  return [...cards].sort((a, b) => a.y - b.y || a.x - b.x);
}

function least(cards: Card[], measure: (card: Card) => number): Card | undefined {
  return cards.reduce<Card | undefined>((best, card) => (!best || measure(card) < measure(best) ? card : best), undefined);
}
