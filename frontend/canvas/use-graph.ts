import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { applyNodeChanges, type EdgeChange, type NodeChange } from '@xyflow/react';
import { CARD_HEIGHT, CARD_WIDTH, type CardNode } from './card';
import type { Card, CanvasStore } from './model';
import { inReadingOrder } from './walk';
import type { WireEdge } from './wire';

/** Cards and wires for React Flow. Places and selection are local until a gesture ends; everything else is the server's. */
export function useGraph(store: CanvasStore, armed: string, tabStop: string, near: string) {
  const version = useSyncExternalStore(store.subscribe, store.version);
  const [nodes, setNodes] = useState<CardNode[]>([]);
  const [selectedWires, setSelectedWires] = useState<ReadonlySet<string>>(new Set());

  useEffect(() => {
    setNodes((before) => {
      const known = new Map(before.map((node) => [node.id, node]));
      const first = inReadingOrder(store.cards.values())[0]?.id;
      const stop = store.cards.has(tabStop) ? tabStop : first;
      return [...store.cards.values()].map((card) => nodeFor(card, store, known.get(card.id), armed === card.id, stop === card.id));
    });
    setSelectedWires((before) => {
      const left = [...before].filter((id) => store.wires.has(id));
      return left.length === before.size ? before : new Set(left);
    });
  }, [store, version, armed, tabStop]);

  const edges = useMemo(() => {
    const selected = new Set(nodes.filter((node) => node.selected).map((node) => node.id));
    return [...store.wires.values()]
      .filter((wire) => store.cards.has(wire.from) && store.cards.has(wire.to))
      .map(
        (wire): WireEdge => ({
          id: wire.id,
          source: wire.from,
          target: wire.to,
          type: 'wire',
          selected: selectedWires.has(wire.id),
          data: { wire, near: near === wire.id || selected.has(wire.from) || selected.has(wire.to) },
        }),
      );
  }, [store, version, nodes, selectedWires, near]);

  const onNodesChange = useCallback((changes: NodeChange<CardNode>[]) => {
    setNodes((before) => applyNodeChanges(changes, before));
  }, []);

  const onEdgesChange = useCallback((changes: EdgeChange<WireEdge>[]) => {
    setSelectedWires((before) => {
      const after = new Set(before);
      changes.forEach((change) => {
        if (change.type === 'select') {
          change.selected ? after.add(change.id) : after.delete(change.id);
        }
      });
      return after;
    });
  }, []);

  const select = useCallback((ids: readonly string[]) => {
    const wanted = new Set(ids);
    setNodes((before) =>
      before.map((node) => (!!node.selected === wanted.has(node.id) ? node : { ...node, selected: wanted.has(node.id) })),
    );
    setSelectedWires((before) => (before.size === 0 ? before : new Set()));
  }, []);

  return { nodes, edges, selectedWires, onNodesChange, onEdgesChange, select, version };
}

function nodeFor(card: Card, store: CanvasStore, before: CardNode | undefined, armed: boolean, tabStop: boolean): CardNode {
  const same =
    before &&
    before.data.card === card &&
    before.data.direction === store.direction &&
    before.data.armed === armed &&
    before.domAttributes?.tabIndex === (tabStop ? 0 : -1);
  if (same) {
    return before;
  }
  const moved = !before?.dragging && (!before || before.data.card !== card);
  return {
    ...before,
    id: card.id,
    type: 'card',
    position: moved ? { x: card.x, y: card.y } : before.position,
    width: CARD_WIDTH,
    height: CARD_HEIGHT,
    ariaLabel: card.spoken,
    ariaRole: 'option',
    domAttributes: { tabIndex: tabStop ? 0 : -1, 'aria-roledescription': undefined },
    className: `nl-hue-${card.category}`,
    data: { card, direction: store.direction, armed },
  };
}
