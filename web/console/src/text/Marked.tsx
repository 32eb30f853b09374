import { useFindingLabel } from '@/ui/useFindingLabel';
import { cut, type Mark } from './marks';
import classes from './Marked.module.css';

export type MarkKind = 'found' | 'pseudonym' | 'restored';

/** A text with marked parts. Line breaks are kept; the type is there for screen readers and on hover. */
export function Marked({ text, marks, kind }: { text: string; marks: readonly Mark[]; kind: MarkKind }) {
  const label = useFindingLabel();
  return (
    <div className={classes.text}>
      {cut(text, marks).map((piece, index) =>
        piece.mark ? (
          <mark key={index} className={classes.mark} data-kind={kind} title={label(piece.mark.type ?? '')}>
            {piece.text}
          </mark>
        ) : (
          <span key={index}>{piece.text}</span>
        ),
      )}
    </div>
  );
}
