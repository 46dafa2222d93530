import { memo } from 'react';
import { BaseEdge, EdgeLabelRenderer, getBezierPath, type Edge, type EdgeProps } from '@xyflow/react';
import type { Wire } from './model';

export type WireEdge = Edge<{ wire: Wire; near: boolean }, 'wire'>;

export const ShapeWire = memo(function ShapeWire(props: EdgeProps<WireEdge>) {
  const [path, x, y] = getBezierPath(props);
  const wire = props.data?.wire;
  const shown = wire?.shape && (wire.shapeChanges || props.selected || props.data?.near);
  return (
    <>
      <BaseEdge path={path} interactionWidth={24} className={wire?.shape ? undefined : 'nl-unknown'} />
      {shown && (
        <EdgeLabelRenderer>
          <span
            className="nl-wire-shape"
            data-selected={props.selected || undefined}
            style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
          >
            {wire.shape}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  );
});
