import type { CardNode } from './card';
import type { CanvasStore, Gestures, Place } from './model';
import { inReadingOrder, neighbour, type Arrow } from './walk';

const STEP = 8;

/** What the keyboard needs to know and may do. */
export interface Keyboard {
  store: CanvasStore;
  nodes: CardNode[];
  selectedWires: ReadonlySet<string>;
  armed: string;
  gestures: Gestures;
  arm(id: string): void;
  select(ids: string[]): void;
  focus(id: string): void;
  nudge(places: Place[]): void;
  quickAdd(from: string): void;
}

/** Answers a key on the canvas. Returns false for keys that are not ours. */
export function onKey(event: KeyboardEvent, keyboard: Keyboard): boolean {
  const focused = (event.target as Element).closest?.('.react-flow__node')?.getAttribute('data-id') ?? '';
  if (event.key.startsWith('Arrow') && !event.ctrlKey && !event.metaKey) {
    return event.altKey ? nudge(event.key as Arrow, focused, keyboard) : walk(event, focused, keyboard);
  }
  if (event.ctrlKey || event.metaKey) {
    return shortcut(event, focused, keyboard);
  }
  return !event.altKey && plain(event, focused, keyboard);
}

function walk(event: KeyboardEvent, focused: string, { store, nodes, select, focus }: Keyboard): boolean {
  const from = store.cards.get(focused) ?? store.cards.get(nodes.find((node) => node.selected)?.id ?? '');
  const to = from
    ? neighbour(from, event.key as Arrow, store.cards, store.wires.values(), store.direction)
    : inReadingOrder(store.cards.values())[0];
  if (to) {
    const selected = nodes.filter((node) => node.selected).map((node) => node.id);
    select(event.shiftKey ? [...new Set([...selected, to.id])] : [to.id]);
    focus(to.id);
  }
  return true;
}

function nudge(arrow: Arrow, focused: string, { store, nodes, nudge }: Keyboard): boolean {
  if (!store.readOnly) {
    const dx = arrow === 'ArrowLeft' ? -STEP : arrow === 'ArrowRight' ? STEP : 0;
    const dy = arrow === 'ArrowUp' ? -STEP : arrow === 'ArrowDown' ? STEP : 0;
    const chosen = nodes.filter((node) => node.selected || node.id === focused);
    const moving = chosen.some((node) => node.selected) ? chosen.filter((node) => node.selected) : chosen;
    nudge(moving.map((node) => ({ id: node.id, x: node.position.x + dx, y: node.position.y + dy })));
  }
  return true;
}

function shortcut(event: KeyboardEvent, focused: string, keyboard: Keyboard): boolean {
  const { gestures, store, nodes, select } = keyboard;
  const key = event.key.toLowerCase();
  if (key === 'a') {
    select(nodes.map((node) => node.id));
    return true;
  }
  if (store.readOnly) {
    return false;
  }
  switch (key) {
    case 'z':
      gestures.command(event.shiftKey ? 'redo' : 'undo');
      return true;
    case 'y':
      gestures.command('redo');
      return true;
    case 'enter':
      gestures.command('train');
      return true;
    case 'd':
      chosen(keyboard, focused, (ids) => gestures.duplicate(ids));
      return true;
    case 'g':
      chosen(keyboard, focused, (ids) => (event.shiftKey ? gestures.ungroup(ids) : gestures.group(ids)));
      return true;
    default:
      return false;
  }
}

function plain(event: KeyboardEvent, focused: string, keyboard: Keyboard): boolean {
  const { gestures, store, armed, arm, select, focus } = keyboard;
  const ordered = inReadingOrder(store.cards.values());
  switch (event.key) {
    case '?':
      gestures.command('showKeys');
      return true;
    case 'Escape':
      arm('');
      select([]);
      return true;
    case 'Home':
    case 'End': {
      const end = event.key === 'Home' ? ordered[0] : ordered[ordered.length - 1];
      if (end) {
        select([end.id]);
        focus(end.id);
      }
      return true;
    }
    case ' ':
      if (focused) {
        select([focused]);
      }
      return !!focused;
    case 'u':
      gestures.command('leave');
      return true;
    case 'Enter':
      if (!armed && store.cards.get(focused)?.composite) {
        gestures.open(focused);
        return true;
      }
      break;
  }
  if (store.readOnly) {
    return false;
  }
  switch (event.key) {
    case '/':
      keyboard.quickAdd(focused);
      return true;
    case 'Delete':
    case 'Backspace':
      if (keyboard.selectedWires.size > 0) {
        gestures.disconnect([...keyboard.selectedWires]);
      }
      chosen(keyboard, keyboard.selectedWires.size > 0 ? '' : focused, (ids) => gestures.removeLayers(ids));
      return true;
    case 'c':
      if (store.cards.get(focused)?.source) {
        arm(armed === focused ? '' : focused);
      }
      return true;
    case 'Enter':
      if (armed && focused && armed !== focused) {
        const joined = [...store.wires.values()].find((wire) => wire.from === armed && wire.to === focused);
        if (joined) {
          gestures.disconnect([joined.id]);
        } else if (store.cards.get(focused)?.sink) {
          gestures.connect({ from: armed, to: focused });
        }
        arm('');
      } else if (focused) {
        select([focused]);
      }
      return !!focused;
    default:
      return false;
  }
}

function chosen({ nodes }: Keyboard, focused: string, act: (ids: string[]) => void) {
  const selected = nodes.filter((node) => node.selected).map((node) => node.id);
  const ids = selected.length > 0 ? selected : focused ? [focused] : [];
  if (ids.length > 0) {
    act(ids);
  }
}
