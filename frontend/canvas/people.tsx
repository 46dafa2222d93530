import { useEffect, useSyncExternalStore, type CSSProperties, type RefObject } from 'react';
import { useReactFlow, useStore, ViewportPortal } from '@xyflow/react';
import { CARD_HEIGHT, CARD_WIDTH, type CardNode } from './card';
import type { CanvasStore, Gestures } from './model';

const MILLIS_BETWEEN_MOVES = 120;
const MOST_CURSORS = 20;

/** Others who are here: a frame with their name round what they have selected, and their cursors. For eyes only: who is here is said in the bar. */
export function People({ store, nodes }: { store: CanvasStore; nodes: CardNode[] }) {
  useSyncExternalStore(store.subscribe, store.peopleVersion);
  const zoom = useStore((state) => state.transform[2]);
  const people = [...store.people.values()];
  if (people.length === 0) {
    return null;
  }
  const places = new Map(nodes.map((node) => [node.id, node.position]));
  const holders = new Map<string, number>();
  return (
    <ViewportPortal>
      <div className="nl-people" aria-hidden="true" style={{ '--nl-unzoom': 1 / zoom } as CSSProperties}>
        {people.flatMap((person) =>
          person.selected.map((id) => {
            const place = places.get(id);
            const before = holders.get(id) ?? 0;
            holders.set(id, before + 1);
            return (
              place && (
                <div
                  key={`${person.id} ${id}`}
                  className={`nl-held is-person-${person.colour}`}
                  data-person={person.name}
                  data-layer={id}
                  style={{
                    transform: `translate(${place.x - 5 - 4 * before}px, ${place.y - 5 - 4 * before}px)`,
                    width: CARD_WIDTH + 10 + 8 * before,
                    height: CARD_HEIGHT + 10 + 8 * before,
                  }}
                >
                  <span className="nl-person-name" style={{ marginInlineEnd: before * 48 }}>
                    {person.name}
                  </span>
                </div>
              )
            );
          }),
        )}
        {people
          .filter((person) => person.pointing)
          .slice(0, MOST_CURSORS)
          .map((person) => (
            <div
              key={person.id}
              className={`nl-cursor is-person-${person.colour}`}
              data-person={person.name}
              style={{ transform: `translate(${person.x}px, ${person.y}px)` }}
            >
              <div className="nl-cursor-body">
                <svg viewBox="0 0 16 20" width="16" height="20">
                  <path d="M1 1v15l4-3.6 2.6 6 2.6-1.1-2.6-5.9H13z" />
                </svg>
                <span className="nl-person-name">{person.name}</span>
              </div>
            </div>
          ))}
      </div>
    </ViewportPortal>
  );
}

/** Tells where the pointer is, seldom enough, and only while somebody is there to see it. */
export function usePointing(store: CanvasStore, root: RefObject<HTMLDivElement | null>, tell: Gestures['cursorMoved']) {
  const flow = useReactFlow();
  useEffect(() => {
    const box = root.current!;
    let timer = 0;
    let waiting: { x: number; y: number } | undefined;
    let told = false;
    const send = () => {
      timer = 0;
      if (waiting && store.people.size > 0) {
        const place = flow.screenToFlowPosition(waiting, { snapToGrid: false });
        waiting = undefined;
        told = true;
        tell({ over: true, x: Math.round(place.x), y: Math.round(place.y) });
        timer = window.setTimeout(send, MILLIS_BETWEEN_MOVES);
      }
    };
    const move = (event: PointerEvent) => {
      waiting = { x: event.clientX, y: event.clientY };
      if (!timer && store.people.size > 0) {
        send();
      }
    };
    const leave = () => {
      waiting = undefined;
      if (told) {
        told = false;
        tell({ over: false, x: 0, y: 0 });
      }
    };
    box.addEventListener('pointermove', move, { passive: true });
    box.addEventListener('pointerleave', leave);
    return () => {
      window.clearTimeout(timer);
      box.removeEventListener('pointermove', move);
      box.removeEventListener('pointerleave', leave);
    };
  }, []);
}
