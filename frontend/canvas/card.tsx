import { memo } from 'react';
import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import type { Card, Direction } from './model';

export const CARD_WIDTH = 208;
export const CARD_HEIGHT = 96;

export type CardNode = Node<{ card: Card; direction: Direction; armed: boolean }, 'card'>;

export const LayerCard = memo(function LayerCard({ data, isConnectable }: NodeProps<CardNode>) {
  const { card, direction, armed } = data;
  const wrong = card.problems.some((problem) => problem.severity === 'error');
  const severity = card.problems.length === 0 ? '' : wrong ? 'error' : 'warning';
  return (
    <>
      {card.sink && (
        <Handle type="target" position={direction === 'down' ? Position.Top : Position.Left} isConnectable={isConnectable} />
      )}
      <div
        className="nl-card"
        data-severity={severity}
        data-armed={armed || undefined}
        data-composite={card.composite || undefined}
      >
        <span className="nl-stripe" />
        <div className="nl-head">
          <svg className="nl-icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d={card.icon} />
          </svg>
          <span className="nl-name">{card.name}</span>
          {severity && <ProblemBadge severity={severity} card={card} />}
        </div>
        <div className="nl-summary">{card.summary}</div>
        <div className="nl-foot">
          {card.shape && <span className="nl-shape">{card.shape}</span>}
          <span className="nl-count">{card.parameters}</span>
        </div>
      </div>
      {card.source && (
        <Handle
          type="source"
          position={direction === 'down' ? Position.Bottom : Position.Right}
          isConnectable={isConnectable}
        />
      )}
    </>
  );
});

function ProblemBadge({ severity, card }: { severity: string; card: Card }) {
  return (
    <span className="nl-badge" data-severity={severity}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {severity === 'error' ? (
          <path d="M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2zM8 4.2v4.6M8 11.2v.6" />
        ) : (
          <path d="M8 1.5 15 14.2H1zM8 6v4M8 11.6v.6" />
        )}
      </svg>
      {card.problems.length > 1 && card.problems.length}
      <span className="nl-problems" role="tooltip">
        {card.problems.map((problem, index) => (
          <span key={index} data-severity={problem.severity}>
            {problem.text}
          </span>
        ))}
      </span>
    </span>
  );
}
