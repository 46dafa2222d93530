import { useCallback, useEffect, useRef, useState, type DragEvent, type MouseEvent } from 'react';
import {
  Background,
  BackgroundVariant,
  MiniMap,
  ReactFlow,
  SelectionMode,
  useReactFlow,
  useStore,
  type Connection,
  type FinalConnectionState,
} from '@xyflow/react';
import { CARD_HEIGHT, CARD_WIDTH, LayerCard, type CardNode } from './card';
import { onKey } from './keys';
import type { CanvasStore, Gestures, Place } from './model';
import { People, usePointing } from './people';
import { tidyPlaces } from './tidy';
import { FIT, Tools, unhurried } from './tools';
import { useGraph } from './use-graph';
import { ShapeWire, type WireEdge } from './wire';

export const DRAG_TYPE = 'application/x-netloom-layer';
const FAR = 0.45;
const MANY = 200;
const nodeTypes = { card: LayerCard };
const edgeTypes = { wire: ShapeWire };

/** What the element asks of the drawing; the drawing hands it over once it is mounted. */
export interface CanvasControl {
  select(ids: string[], reveal: boolean): void;
  fit(): void;
  tidy(): void;
}

interface Props {
  store: CanvasStore;
  gestures: Gestures;
  onReady(control: CanvasControl | undefined): void;
}

export function Canvas({ store, gestures, onReady }: Props) {
  const flow = useReactFlow<CardNode, WireEdge>();
  const root = useRef<HTMLDivElement>(null);
  const [armed, arm] = useState('');
  const [tabStop, setTabStop] = useState('');
  const [hovered, setHovered] = useState('');
  const [target, setTarget] = useState('');
  const { nodes, edges, selectedWires, onNodesChange, onEdgesChange, select } = useGraph(store, armed, tabStop, target || hovered);
  const far = useStore((state) => state.transform[2] < FAR);

  const focus = useCallback((id: string) => {
    setTabStop(id);
    reveal(id, flow, root.current);
    requestAnimationFrame(() => card(root.current, id)?.focus({ preventScroll: true }));
  }, []);

  const move = useCallback(
    (places: Place[]) => {
      if (places.length > 0) {
        onNodesChange(places.map(({ id, x, y }) => ({ type: 'position' as const, id, position: { x, y } })));
        gestures.moveLayers(places);
      }
    },
    [gestures],
  );

  const tidy = useCallback(() => {
    const settled = [...store.cards.values()];
    move(tidyPlaces(settled, [...store.wires.values()], store.direction));
    requestAnimationFrame(() => flow.fitView({ ...FIT, duration: unhurried() }));
  }, [move]);

  const quickAdd = useCallback((x: number, y: number, from: string) => {
    const box = root.current!.getBoundingClientRect();
    const place = flow.screenToFlowPosition({ x, y });
    const within = (value: number, length: number) => Math.round(Math.min(Math.max(value, 0), length));
    const left = within(x - box.left, box.width);
    const top = within(y - box.top, box.height);
    gestures.openQuickAdd({ x: Math.round(place.x), y: Math.round(place.y), left, top, from });
  }, []);

  const quickAddBelow = (from: string) => {
    const above = store.cards.get(from || nodes.find((node) => node.selected)?.id || '');
    const box = root.current!.getBoundingClientRect();
    const middle = { x: box.left + box.width / 2 - CARD_WIDTH / 2, y: box.top + box.height / 3 };
    const down = store.direction === 'down';
    const place = above && flow.flowToScreenPosition({ x: above.x + (down ? 0 : 280), y: above.y + (down ? 152 : 0) });
    quickAdd((place ?? middle).x, (place ?? middle).y, above?.source ? above.id : '');
  };

  useEffect(() => {
    onReady({
      select(ids, show) {
        select(ids);
        if (ids[0]) {
          setTabStop(ids[0]);
          show && requestAnimationFrame(() => reveal(ids[0], flow, root.current));
        }
      },
      fit: () => void flow.fitView({ ...FIT, duration: unhurried() }),
      tidy,
    });
    return () => onReady(undefined);
  }, [tidy]);

  const keyboard = { store, nodes, selectedWires, armed, gestures, arm, select, focus, nudge: move, quickAdd: quickAddBelow };
  const latest = useRef(keyboard);
  latest.current = keyboard;
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      const typing = (event.target as Element).matches('input, textarea, select, button, [contenteditable]');
      if (!typing && onKey(event, latest.current)) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    root.current!.addEventListener('keydown', listener);
    return () => root.current?.removeEventListener('keydown', listener);
  }, []);

  // A removed card takes the focus with it; the canvas takes it back, so that the next key still counts.
  const held = useRef(false);
  useEffect(() => {
    if (held.current && document.activeElement === document.body) {
      root.current!.focus({ preventScroll: true });
    }
  }, [nodes.length]);

  const selection = nodes.filter((node) => node.selected).map((node) => node.id);
  const told = useRef('');
  useEffect(() => {
    const now = selection.join('\n');
    if (now !== told.current) {
      told.current = now;
      gestures.selectionChanged(selection);
    }
  });

  const fitted = useRef(false);
  useEffect(() => {
    if (nodes.length > 0 && !fitted.current) {
      fitted.current = true;
      requestAnimationFrame(() => flow.fitView(FIT));
    }
  }, [nodes.length]);

  // Until somebody takes the view in hand, the whole network stays in it while the page around it takes its places.
  const touched = useRef(false);
  useEffect(() => {
    const box = root.current!;
    const touch = () => {
      touched.current = true;
    };
    const observer = new ResizeObserver(() => {
      if (fitted.current && !touched.current) {
        void flow.fitView(FIT);
      }
    });
    observer.observe(box);
    const gesturesOfView = ['pointerdown', 'wheel', 'keydown'];
    gesturesOfView.forEach((name) => box.addEventListener(name, touch, { passive: true }));
    return () => {
      observer.disconnect();
      gesturesOfView.forEach((name) => box.removeEventListener(name, touch));
    };
  }, []);

  usePointing(store, root, gestures.cursorMoved);

  const onDragOver = (event: DragEvent) => {
    if (!store.readOnly && event.dataTransfer.types.includes(DRAG_TYPE)) {
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setTarget(wireAt(event, root.current!));
    }
  };
  const onDrop = (event: DragEvent) => {
    const type = event.dataTransfer.getData(DRAG_TYPE);
    setTarget('');
    if (type && !store.readOnly) {
      event.preventDefault();
      const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
      const wire = wireAt(event, root.current!);
      fitted.current = true;
      touched.current = true;
      gestures.addLayer({ type, x: Math.round(x - CARD_WIDTH / 2), y: Math.round(y - CARD_HEIGHT / 2), wire });
      root.current!.focus({ preventScroll: true });
    }
  };
  const onConnectEnd = (event: globalThis.MouseEvent | TouchEvent, state: FinalConnectionState) => {
    if (!state.toNode && state.fromHandle?.type === 'source' && state.fromNode) {
      const point = 'changedTouches' in event ? event.changedTouches[0] : event;
      quickAdd(point.clientX, point.clientY, state.fromNode.id);
    }
  };

  return (
    <div
      ref={root}
      className="nl-canvas"
      data-far={far || undefined}
      data-target={target || undefined}
      data-read-only={store.readOnly || undefined}
      role="listbox"
      aria-multiselectable="true"
      aria-label={store.words.canvas}
      aria-description={store.words.keys}
      tabIndex={nodes.length === 0 ? 0 : -1}
      onFocus={(event) => {
        held.current = true;
        const id = (event.target as Element).closest('.react-flow__node')?.getAttribute('data-id');
        id && setTabStop(id);
      }}
      onBlur={(event) => {
        held.current = !event.relatedTarget;
      }}
      onPointerDownCapture={(event) => {
        if (!(event.target as Element).closest('.react-flow__node, button')) {
          root.current!.focus({ preventScroll: true });
        }
      }}
      onDragOver={onDragOver}
      onDragLeave={() => setTarget('')}
      onDrop={onDrop}
    >
      <ReactFlow<CardNode, WireEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onNodeDragStop={(_, __, moved) => gestures.moveLayers(moved.map(placeOf).filter((place) => hasMoved(store, place)))}
        onSelectionDragStop={(_, moved) => gestures.moveLayers(moved.map(placeOf).filter((place) => hasMoved(store, place)))}
        onConnect={(made: Connection) => gestures.connect({ from: made.source, to: made.target })}
        onConnectEnd={onConnectEnd}
        isValidConnection={(made) =>
          made.source !== made.target && !edges.some((edge) => edge.source === made.source && edge.target === made.target)
        }
        onNodeDoubleClick={(_, node) => node.data.card.composite && gestures.open(node.id)}
        onEdgeMouseEnter={(_, edge) => setHovered(edge.id)}
        onEdgeMouseLeave={() => setHovered('')}
        onDoubleClick={(event: MouseEvent) => {
          if (!store.readOnly && (event.target as Element).classList.contains('react-flow__pane')) {
            quickAdd(event.clientX, event.clientY, '');
          }
        }}
        nodesDraggable={!store.readOnly}
        nodesConnectable={!store.readOnly}
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        multiSelectionKeyCode={['Shift', 'Meta', 'Control']}
        selectionMode={SelectionMode.Partial}
        zoomOnDoubleClick={false}
        snapToGrid
        snapGrid={[8, 8]}
        connectionRadius={32}
        minZoom={0.1}
        maxZoom={2}
        onlyRenderVisibleElements={nodes.length > MANY}
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} />
        <Tools store={store} tidy={tidy} />
        <People store={store} nodes={nodes} />
        {nodes.length > 3 && (
          <MiniMap
            pannable
            zoomable
            ariaLabel={store.words.minimap}
            nodeClassName={(node) => `nl-hue-${(node as CardNode).data.card.category}`}
            nodeBorderRadius={12}
          />
        )}
      </ReactFlow>
      {store.known && nodes.length === 0 && (
        <div className="nl-empty">
          <strong>{store.words.empty}</strong>
          <span>{store.words.emptyHint}</span>
        </div>
      )}
      {armed && (
        <div className="nl-armed" role="status">
          {store.words.connecting?.replace('{0}', store.cards.get(armed)?.name ?? '')}
        </div>
      )}
    </div>
  );
}

const placeOf = (node: CardNode): Place => ({ id: node.id, x: node.position.x, y: node.position.y });

function hasMoved(store: CanvasStore, place: Place): boolean {
  const before = store.cards.get(place.id);
  return before !== undefined && (before.x !== place.x || before.y !== place.y);
}

function card(root: HTMLElement | null, id: string): HTMLElement | null {
  return root?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`) ?? null;
}

/** Brings a card into view when it is not, without changing the zoom. */
function reveal(id: string, flow: ReturnType<typeof useReactFlow<CardNode, WireEdge>>, root: HTMLElement | null) {
  const node = flow.getNode(id);
  const box = root?.getBoundingClientRect();
  if (!node || !box) {
    return;
  }
  const { x, y } = flow.flowToScreenPosition(node.position);
  const zoom = flow.getZoom();
  const inside =
    x >= box.left && y >= box.top && x + CARD_WIDTH * zoom <= box.right && y + CARD_HEIGHT * zoom <= box.bottom;
  if (!inside) {
    const centre = { x: node.position.x + CARD_WIDTH / 2, y: node.position.y + CARD_HEIGHT / 2 };
    void flow.setCenter(centre.x, centre.y, { zoom, duration: unhurried() });
  }
}

/** The wire under the pointer, so that a layer can be dropped between two others. */
function wireAt(event: DragEvent, root: HTMLElement): string {
  const hit = document.elementsFromPoint(event.clientX, event.clientY).find((element) => root.contains(element) && element.closest('.react-flow__edge'));
  return hit?.closest('.react-flow__edge')?.getAttribute('data-id') ?? '';
}
