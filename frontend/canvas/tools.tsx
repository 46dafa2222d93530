import { Panel, useReactFlow } from '@xyflow/react';
import type { CanvasStore } from './model';

/** Motion for changes of the view, unless the person asked their system for none. */
export const unhurried = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 180);

export const FIT = { padding: 0.15, maxZoom: 1, minZoom: 0.1 };

export function Tools({ store, tidy }: { store: CanvasStore; tidy: () => void }) {
  const flow = useReactFlow();
  const words = store.words;
  const tools = [
    { word: words.zoomIn, path: 'M12 5v14M5 12h14', run: () => flow.zoomIn({ duration: unhurried() }) },
    { word: words.zoomOut, path: 'M5 12h14', run: () => flow.zoomOut({ duration: unhurried() }) },
    {
      word: words.fit,
      path: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
      run: () => flow.fitView({ ...FIT, duration: unhurried() }),
    },
    {
      word: words.tidy,
      path: 'M9 3h6v4H9zM4 17h6v4H4zM14 17h6v4h-6zM12 7v5M7 17v-5h10v5',
      run: tidy,
      hidden: store.readOnly,
    },
  ];
  return (
    <Panel position="bottom-left" className="nl-tools">
      {tools
        .filter((tool) => !tool.hidden)
        .map((tool) => (
          <button key={tool.path} type="button" title={tool.word} aria-label={tool.word} onClick={tool.run}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d={tool.path} />
            </svg>
          </button>
        ))}
    </Panel>
  );
}
